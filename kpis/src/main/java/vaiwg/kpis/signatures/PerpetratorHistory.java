package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vaiwg.kpis.cases.PerpetratorState;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.SliceTuple;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.StalkingStep;

/** A stalking perpetrator as a function of what was known when. Each version number is a step; all known steps stand. */
final class PerpetratorHistory implements History {
    /** The programme: six sessions, attended within 56 days of the first. */
    private static final int SESSIONS = 6;

    private static final int DAYS = 56;

    private final PerpetratorState state;
    private final Catalogue catalogue;

    PerpetratorHistory(PerpetratorState state, Catalogue catalogue) {
        this.state = state;
        this.catalogue = catalogue;
    }

    @Override
    public long[] stamps(long from) {
        return Versions.stamps(from, state.steps);
    }

    @Override
    public List<Signature> knownAt(long instant) {
        List<StepVersion> steps = standing(instant);
        List<Signature> found = new ArrayList<>();
        StepSignatures signatures = new StepSignatures(catalogue, SliceTuple.scopeOnly(), found);
        for (StepVersion step : steps) {
            if (is(step, StalkingStep.ORDER_APPLIED)) {
                signatures.addStep(LondonDays.dayOf(step.at), FactSet.of(Fact.ORDER_APPLIED));
            } else if (is(step, StalkingStep.ORDER_REFUSED)) {
                signatures.addStep(LondonDays.dayOf(step.at), FactSet.of(Fact.ORDER_DECIDED));
            } else if (is(step, StalkingStep.FULL_ORDER_GRANTED)) {
                addOrder(step, steps, signatures);
            }
        }
        Optional<StepVersion> selected = selection(steps);
        byte route = selected.map(step -> step.route).orElse((byte) 0);
        StepSignatures ofRoute = new StepSignatures(catalogue, SliceTuple.ofRoute(route), found);
        selected.ifPresent(step -> ofRoute.addStep(LondonDays.dayOf(step.at), FactSet.of(Fact.PLACE_FILLED)));
        addProgramme(steps, ofRoute);
        return found;
    }

    /** A full order, and whether it was breached: a breach is one of the order granted last before it. */
    private void addOrder(StepVersion granted, List<StepVersion> steps, StepSignatures signatures) {
        long next = steps.stream()
                .filter(step -> is(step, StalkingStep.FULL_ORDER_GRANTED) && step.at > granted.at)
                .mapToLong(step -> step.at)
                .min()
                .orElse(Long.MAX_VALUE);
        OptionalLong breached = steps.stream()
                .filter(step -> is(step, StalkingStep.ORDER_BREACHED) && step.at >= granted.at && step.at < next)
                .mapToLong(step -> step.at)
                .min();
        int day = LondonDays.dayOf(granted.at);
        FactSet order = FactSet.of(Fact.ORDER_DECIDED).plus(FactSet.of(Fact.ORDER_GRANTED));
        if (breached.isEmpty()) {
            signatures.addStep(day, order);
        } else {
            int age = LondonDays.dayOf(breached.getAsLong()) - day;
            signatures.addStep(day, order.plus(FactSet.of(Fact.ORDER_BREACHED)), age);
        }
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

    private void addProgramme(List<StepVersion> steps, StepSignatures signatures) {
        int[] attended = steps.stream()
                .filter(step -> is(step, StalkingStep.SESSION_ATTENDED))
                .mapToInt(step -> LondonDays.dayOf(step.at))
                .sorted()
                .toArray();
        if (attended.length == 0) {
            return;
        }
        int judged = attended[0] + DAYS;
        boolean completed = attended.length >= SESSIONS && attended[SESSIONS - 1] <= judged;
        FactSet started = FactSet.of(Fact.PROGRAMME_STARTED);
        signatures.add(
                Lane.PROGRAMME, judged, completed ? started.plus(FactSet.of(Fact.PROGRAMME_COMPLETED)) : started, 0);
    }

    private List<StepVersion> standing(long instant) {
        List<StepVersion> standing = new ArrayList<>();
        for (StepVersion step : Versions.believedAt(state.steps, instant)) {
            if (!step.monthOnly) {
                standing.add(step);
            }
        }
        return standing;
    }

    private static boolean is(StepVersion step, StalkingStep kind) {
        return step.step == kind.ordinal();
    }
}
