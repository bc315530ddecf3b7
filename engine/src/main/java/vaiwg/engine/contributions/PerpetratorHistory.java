package vaiwg.engine.contributions;

import static vaiwg.kpis.cases.CountedField.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.kpis.cases.CountedField;
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
import vaiwg.schemas.EventStream;
import vaiwg.schemas.StalkingStep;

/** A stalking perpetrator as a function of what was known when. Each version number is a step; all known steps stand. */
final class PerpetratorHistory implements History {
    /** The programme: six sessions, attended within 56 days of the first. */
    private static final int SESSIONS = 6;

    private static final int DAYS = 56;
    private static final CountedField REFERRED = field(EventStream.STALKING, "referred");
    private static final CountedField ELIGIBLE = field(EventStream.STALKING, "eligible");
    private static final CountedField RISK_FACTORS = field(EventStream.STALKING, "riskFactors");
    private static final CountedField DISTRESS = field(EventStream.STALKING, "distress");
    private static final CountedField FUNCTIONING = field(EventStream.STALKING, "functioning");
    /** The grades of assessed risk, from the lowest. */
    private static final List<CountedField.Test> GRADES = Stream.of("STANDARD", "MEDIUM", "HIGH")
            .map(grade -> field(EventStream.STALKING, "risk").isOneOf(grade))
            .toList();

    private static final Comparator<StepVersion> IN_ORDER =
            Comparator.<StepVersion>comparingLong(step -> step.at).thenComparingLong(step -> step.version);

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
        addFurther(standing, ofRoute);
        if (selected.isPresent()) {
            FactSet place = FactSet.of(Fact.PLACE_FILLED).plus(FactSet.statedBy(selected.get()));
            ofRoute.addStep(LondonDays.dayOf(selected.get().at), place);
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
                .min(IN_ORDER);
    }

    /** That the person was referred and eligible, on the day of the first step that says so; and each assessment on its own day. */
    private static void addFurther(List<StepVersion> steps, StepContributions contributions) {
        long referred = Long.MAX_VALUE;
        long eligible = Long.MAX_VALUE;
        for (StepVersion step : steps) {
            referred = REFERRED.isSetIn(step) ? Math.min(referred, step.at) : referred;
            eligible = ELIGIBLE.isSetIn(step) ? Math.min(eligible, step.at) : eligible;
            if (RISK_FACTORS.isIn(step) || DISTRESS.isIn(step) || FUNCTIONING.isIn(step)) {
                FactSet assessed = FactSet.of(Fact.PERPETRATOR_ASSESSED).plus(FactSet.statedBy(step));
                contributions.addStep(LondonDays.dayOf(step.at), assessed);
            }
        }
        addFirst(referred, Fact.PROGRAMME_REFERRED, contributions);
        addFirst(eligible, Fact.PROGRAMME_ELIGIBLE, contributions);
    }

    private static void addFirst(long at, Fact fact, StepContributions contributions) {
        if (at != Long.MAX_VALUE) {
            contributions.addStep(LondonDays.dayOf(at), FactSet.of(fact));
        }
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
        FactSet started = FactSet.of(Fact.PROGRAMME_STARTED).plus(risk(steps, attended[0]));
        contributions.add(
                ContributionType.PROGRAMME,
                judged,
                completed ? started.plus(FactSet.of(Fact.PROGRAMME_COMPLETED)) : started,
                0);
    }

    /** What became of the risk: the last one assessed by the first session, and the newest one after it. */
    private static FactSet risk(List<StepVersion> steps, long firstSession) {
        StepVersion before = null;
        StepVersion after = null;
        for (StepVersion step : steps) {
            if (grade(step) > 0) {
                before = step.at <= firstSession ? later(before, step) : before;
                after = step.at > firstSession ? later(after, step) : after;
            }
        }
        if (before == null || after == null) {
            return FactSet.NONE;
        }
        FactSet known = FactSet.of(Fact.RISK_KNOWN_BEFORE_AND_AFTER);
        int change = grade(after) - grade(before);
        return change == 0 ? known : known.plus(FactSet.of(change < 0 ? Fact.RISK_FELL_AFTER : Fact.RISK_ROSE_AFTER));
    }

    private static StepVersion later(StepVersion one, StepVersion other) {
        return one == null || IN_ORDER.compare(one, other) < 0 ? other : one;
    }

    /** How high the risk was assessed in a step, from 1; 0 where it was not. */
    private static int grade(StepVersion step) {
        int grade = GRADES.size();
        while (grade > 0 && !GRADES.get(grade - 1).holds().test(step)) {
            grade--;
        }
        return grade;
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
