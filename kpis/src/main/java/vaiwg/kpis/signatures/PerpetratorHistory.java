package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import vaiwg.kpis.cases.PerpetratorState;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
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
    public long[] stamps() {
        return Stream.of(state.steps).mapToLong(step -> step.admittedAt).toArray();
    }

    @Override
    public List<Signature> knownAt(long instant) {
        List<StepVersion> steps = standing(instant);
        List<Signature> signatures = new ArrayList<>();
        for (StepVersion step : steps) {
            if (is(step, StalkingStep.ORDER_APPLIED)) {
                add(Lane.STEP, LondonDays.dayOf(step.at), FactSet.of(Fact.ORDER_APPLIED), signatures);
            } else if (is(step, StalkingStep.ORDER_REFUSED)) {
                add(Lane.STEP, LondonDays.dayOf(step.at), FactSet.of(Fact.ORDER_DECIDED), signatures);
            } else if (is(step, StalkingStep.FULL_ORDER_GRANTED)) {
                addOrder(step, steps, signatures);
            }
        }
        addPlace(steps, signatures);
        addProgramme(steps, signatures);
        return signatures;
    }

    /** A full order, and whether it was breached: a breach is one of the order granted last before it. */
    private void addOrder(StepVersion granted, List<StepVersion> steps, List<Signature> signatures) {
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
            add(Lane.STEP, day, order, signatures);
        } else {
            int age = LondonDays.dayOf(breached.getAsLong()) - day;
            add(Lane.STEP, day, order.plus(FactSet.of(Fact.ORDER_BREACHED)), age, signatures);
        }
    }

    /** A place is filled on the day of the first selection for the treatment arm, whatever becomes of the person. */
    private void addPlace(List<StepVersion> steps, List<Signature> signatures) {
        steps.stream()
                .filter(step -> is(step, StalkingStep.PROGRAMME_SELECTED) && step.treatment)
                .mapToLong(step -> step.at)
                .min()
                .ifPresent(at -> add(Lane.STEP, LondonDays.dayOf(at), FactSet.of(Fact.PLACE_FILLED), signatures));
    }

    private void addProgramme(List<StepVersion> steps, List<Signature> signatures) {
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
        add(
                Lane.PROGRAMME,
                judged,
                completed ? started.plus(FactSet.of(Fact.PROGRAMME_COMPLETED)) : started,
                signatures);
    }

    private void add(Lane lane, int day, FactSet facts, List<Signature> signatures) {
        add(lane, day, facts, 0, signatures);
    }

    /** @param age days from the pane day to what the facts say of an outcome */
    private void add(Lane lane, int day, FactSet facts, int age, List<Signature> signatures) {
        LaneTable table = catalogue.lane(lane);
        FactSet[] sets = Stream.concat(
                        Stream.of(facts),
                        table.horizons().stream().map(days -> age < days ? facts : facts.withoutOutcome()))
                .toArray(FactSet[]::new);
        long[] part = new long[table.words()];
        long[] whole = new long[table.words()];
        table.evaluate(sets, part, whole);
        signatures.add(
                new Signature(lane, day, day, Signature.AT_ONCE, SliceTuple.scopeOnly(), 0, (byte) 0, part, whole));
    }

    private List<StepVersion> standing(long instant) {
        List<StepVersion> standing = new ArrayList<>();
        for (StepVersion step : state.steps) {
            if (!step.monthOnly && Versions.isBelieved(state.steps, step, instant)) {
                standing.add(step);
            }
        }
        return standing;
    }

    private static boolean is(StepVersion step, StalkingStep kind) {
        return step.step == kind.ordinal();
    }
}
