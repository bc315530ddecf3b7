package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.List;
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
            }
        }
        addProgramme(steps, signatures);
        return signatures;
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
        LaneTable table = catalogue.lane(lane);
        long[] part = new long[table.words()];
        long[] whole = new long[table.words()];
        table.evaluate(new FactSet[] {facts}, part, whole);
        signatures.add(new Signature(lane, day, day, Signature.AT_ONCE, SliceTuple.scopeOnly(), 0, part, whole));
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
