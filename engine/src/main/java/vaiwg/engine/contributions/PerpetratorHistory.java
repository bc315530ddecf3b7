package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.StalkingStep;

/** A stalking perpetrator as a function of what was known when. Each version number is a step; all known steps stand. */
final class PerpetratorHistory implements History {
    /** The programme: six sessions, attended within 56 days of the first. */
    private static final int SESSIONS = 6;

    private static final int DAYS = 56;

    private final VersionLog<StepVersion> state;
    private final Catalogue catalogue;

    PerpetratorHistory(VersionLog<StepVersion> state, Catalogue catalogue) {
        this.state = state;
        this.catalogue = catalogue;
    }

    @Override
    public long[] knowledgeTimes(long from) {
        return Versions.knowledgeTimes(from, state.versions);
    }

    @Override
    public Known knownAt(long instant) {
        List<StepVersion> standing = standing(instant);
        List<Contribution> own = new ArrayList<>(2);
        Optional<StepVersion> selected = selection(standing);
        byte route = selected.map(step -> step.route).orElse((byte) 0);
        StepContributions ofRoute = new StepContributions(catalogue, DimensionKey.ofRoute(route), own);
        if (selected.isPresent()) {
            ofRoute.addStep(LondonDays.dayOf(selected.get().at), FactSet.of(Fact.PLACE_FILLED));
            addNth(1, times(standing, StalkingStep.CONSENTED), Fact.PROGRAMME_CONSENTED, ofRoute);
            long[] attended = times(standing, StalkingStep.SESSION_ATTENDED);
            addNth(1, attended, Fact.PROGRAMME_BEGUN, ofRoute);
            addNth(SESSIONS, attended, Fact.PROGRAMME_ALL_ATTENDED, ofRoute);
        }
        addProgramme(standing, ofRoute);
        return new Known(own, ofOrders(standing));
    }

    /** Each step towards an order; a breach is one of the full order granted last before it. */
    private Steps ofOrders(List<StepVersion> standing) {
        long[] breached = times(standing, StalkingStep.ORDER_BREACHED);
        // Most perpetrators breach none, and may have been granted many.
        long[] granted = breached.length == 0 ? breached : times(standing, StalkingStep.FULL_ORDER_GRANTED);
        OrderSteps unbreached = new OrderSteps(catalogue, CrimeVersion.ABSENT);
        int most = 0;
        for (StepVersion step : standing) {
            most += isUnbreachable(step) || is(step, StalkingStep.FULL_ORDER_GRANTED) ? 1 : 0;
        }
        Steps steps = new Steps(most);
        for (StepVersion step : standing) {
            if (isUnbreachable(step)) {
                steps.add(step, unbreached);
            } else if (is(step, StalkingStep.FULL_ORDER_GRANTED)) {
                long breach = firstFrom(breached, step.at);
                boolean isBreached = breach < firstFrom(granted, step.at + 1);
                steps.add(step, isBreached ? new OrderSteps(catalogue, breach) : unbreached);
            }
        }
        return steps;
    }

    private static boolean isUnbreachable(StepVersion step) {
        return is(step, StalkingStep.ORDER_APPLIED) || is(step, StalkingStep.ORDER_REFUSED);
    }

    /** When steps of a kind were taken, in ascending order. */
    private static long[] times(List<StepVersion> steps, StalkingStep kind) {
        long[] times =
                new long[(int) steps.stream().filter(step -> is(step, kind)).count()];
        int count = 0;
        for (StepVersion step : steps) {
            if (is(step, kind)) {
                times[count++] = step.at;
            }
        }
        Arrays.sort(times);
        return times;
    }

    /** The first of some times in ascending order that is not before another one; {@link Long#MAX_VALUE} where there is none. */
    private static long firstFrom(long[] inOrder, long time) {
        int found = Arrays.binarySearch(inOrder, time);
        int next = found >= 0 ? found : -found - 1;
        return next == inOrder.length ? Long.MAX_VALUE : inOrder[next];
    }

    /**
     * The first selection for the treatment arm: a place is filled on its day and by its route, whatever becomes of the person. Of several
     * at one time it is the one with the smallest version.
     */
    private static Optional<StepVersion> selection(List<StepVersion> steps) {
        return steps.stream()
                .filter(step -> is(step, StalkingStep.PROGRAMME_SELECTED) && step.treatment)
                .min(Comparator.<StepVersion>comparingLong(step -> step.at).thenComparingLong(step -> step.version));
    }

    private static void addNth(int number, long[] times, Fact fact, StepContributions contributions) {
        if (times.length >= number) {
            contributions.addStep(LondonDays.dayOf(times[number - 1]), FactSet.of(fact));
        }
    }

    private void addProgramme(List<StepVersion> steps, StepContributions contributions) {
        long[] attended = times(steps, StalkingStep.SESSION_ATTENDED);
        if (attended.length == 0) {
            return;
        }
        int judged = LondonDays.dayOf(attended[0]) + DAYS;
        boolean completed = attended.length >= SESSIONS && LondonDays.dayOf(attended[SESSIONS - 1]) <= judged;
        FactSet started = FactSet.of(Fact.PROGRAMME_STARTED);
        contributions.add(
                ContributionType.PROGRAMME,
                judged,
                completed ? started.plus(FactSet.of(Fact.PROGRAMME_COMPLETED)) : started,
                0);
    }

    private List<StepVersion> standing(long instant) {
        List<StepVersion> standing = Versions.winningAt(state.versions, instant);
        standing.removeIf(step -> step.monthOnly);
        return standing;
    }

    static boolean is(StepVersion step, StalkingStep kind) {
        return step.step == kind.ordinal();
    }
}
