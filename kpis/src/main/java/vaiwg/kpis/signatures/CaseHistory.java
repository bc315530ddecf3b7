package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
import vaiwg.kpis.catalogue.SliceTuple;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.Past;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;

/** A case as a function of what was known when: which signatures its versions give in which lanes. */
final class CaseHistory implements History {
    private final CaseState state;
    private final Catalogue catalogue;

    CaseHistory(CaseState state, Catalogue catalogue) {
        this.state = state;
        this.catalogue = catalogue;
    }

    @Override
    public long[] stamps() {
        return LongStream.concat(stamps(state.crimes), stamps(state.outcomes)).toArray();
    }

    @Override
    public List<Signature> knownAt(long instant) {
        CrimeVersion crime = Versions.currentAt(state.crimes, instant);
        OutcomeVersion outcome = Versions.currentAt(state.outcomes, instant);
        List<Signature> signatures = new ArrayList<>(3);
        if (crime == null) {
            addOrphan(outcome, signatures);
            return signatures;
        }
        Past past = Past.of(state, crime, instant, catalogue.maps());
        KnownCase known = new KnownCase(crime, outcome, past, catalogue.maps());
        FactSet facts = FactSet.of(known);
        long tuple = SliceTuple.of(known);
        if (crime.monthOnly) {
            addByMonth(known, facts, tuple, signatures);
        } else {
            addByDay(known, facts, tuple, instant, signatures);
        }
        addLife(known, tuple, instant, signatures);
        return signatures;
    }

    private void addByDay(KnownCase known, FactSet facts, long tuple, long instant, List<Signature> signatures) {
        int recorded = known.recordedDay();
        for (Lane lane : List.of(Lane.RECORDED, Lane.ANY_OFFENCE)) {
            long own = lane == Lane.ANY_OFFENCE ? SliceTuple.inScope(tuple) : tuple;
            FactSet[] sets = atDays(lane, known, facts, instant);
            add(lane, recorded, recorded, sets, own, Signature.AT_ONCE, signatures);
        }
        addQuantities(Lane.RECORDED_QUANTITY, recorded, known, facts, tuple, signatures);
        if (known.hasOutcome() && !known.outcome().monthOnly) {
            int assigned = known.assignedDay();
            addQuantities(Lane.ASSIGNED_QUANTITY, assigned, known, facts, tuple, signatures);
            FactSet[] now = {facts};
            add(Lane.ASSIGNED, assigned, recorded, now, tuple, Signature.AT_ONCE, signatures);
            if (facts.contains(Fact.NOT_PROCEEDED)) {
                long timeIsOver = LondonDays.startOf(known.tellingDeadline() + 1);
                add(Lane.TOLD, assigned, assigned, now, tuple, timeIsOver, signatures);
            }
        }
    }

    /** That it began to be open, and how it left: what shares are estimated from. Who the victim is makes no difference there. */
    private void addLife(KnownCase known, long tuple, long instant, List<Signature> signatures) {
        if (!SliceTuple.isInAny(tuple)) {
            return;
        }
        boolean monthly = known.crime().monthOnly;
        int recorded = known.recordedDay();
        long own = SliceTuple.withoutVictim(tuple);
        int begin = monthly ? LondonDays.firstOfMonth(recorded) : recorded;
        signatures.add(life(monthly ? Lane.MONTH_AT_RISK : Lane.AT_RISK, begin, begin, own, 0, 1));
        new Departures(state, catalogue.maps()).knownAt(instant, recorded).ifPresent(exit -> {
            int end = monthly ? LondonDays.firstOfMonth(exit.day()) : exit.day();
            int delay = monthly ? LondonDays.monthOf(exit.known()) - LondonDays.monthOf(exit.day()) : exit.delay();
            long cause = 1L << exit.cause().ordinal();
            signatures.add(life(monthly ? Lane.MONTH_EXIT : Lane.EXIT, end, begin, own, Math.max(0, delay), cause));
        });
    }

    private static Signature life(Lane lane, int day, int recorded, long tuple, int delay, long bits) {
        return new Signature(lane, day, recorded, Signature.AT_ONCE, tuple, delay, new long[1], new long[] {bits});
    }

    private void addByMonth(KnownCase known, FactSet facts, long tuple, List<Signature> signatures) {
        int month = LondonDays.monthOf(known.recordedDay());
        int age = known.hasOutcome() ? Math.max(0, LondonDays.monthOf(known.assignedDay()) - month) : 0;
        List<Integer> horizons = catalogue.lane(Lane.MONTH).horizons();
        FactSet[] sets = new FactSet[horizons.size() + 1];
        sets[0] = facts;
        for (int i = 0; i < horizons.size(); i++) {
            sets[i + 1] = age > horizons.get(i) ? facts.withoutOutcome() : facts;
        }
        int day = LondonDays.startOfMonth(month);
        add(Lane.MONTH, day, day, sets, tuple, Signature.AT_ONCE, signatures);
    }

    /** The facts as known now, then as they stood k days after recording for each settled horizon. */
    private FactSet[] atDays(Lane lane, KnownCase known, FactSet facts, long instant) {
        List<Integer> horizons = catalogue.lane(lane).horizons();
        FactSet[] sets = new FactSet[horizons.size() + 1];
        sets[0] = facts;
        int recorded = known.recordedDay();
        int age = known.hasOutcome() ? Math.max(0, known.assignedDay() - recorded) : 0;
        for (int i = 0; i < horizons.size(); i++) {
            int days = horizons.get(i);
            FactSet set = age >= days ? facts.withoutOutcome() : facts;
            CrimeVersion then = Versions.inForceBefore(state.crimes, LondonDays.startOf(recorded + days), instant);
            sets[i + 1] = then == known.crime() ? set : set.withAnswersOf(answers(then, known));
        }
        return sets;
    }

    private static FactSet answers(CrimeVersion then, KnownCase known) {
        return then == null ? FactSet.NONE : FactSet.of(new KnownCase(then, known.outcome(), known.maps()));
    }

    private void addOrphan(OutcomeVersion outcome, List<Signature> signatures) {
        if (outcome != null && outcome.isAssigned() && !outcome.monthOnly) {
            int assigned = LondonDays.dayOf(outcome.assignedAt);
            FactSet[] facts = {FactSet.of(Fact.ORPHAN_OUTCOME)};
            long tuple = SliceTuple.scopeOnly();
            add(Lane.ASSIGNED, assigned, assigned, facts, tuple, Signature.AT_ONCE, signatures);
        }
    }

    private void addQuantities(
            Lane lane, int day, KnownCase known, FactSet facts, long tuple, List<Signature> signatures) {
        LaneTable table = catalogue.lane(lane);
        for (Quantity quantity : table.quantities()) {
            int number = quantity.of(known);
            long[] whole = new long[table.words()];
            if (number != Quantity.NONE) {
                table.evaluate(quantity, facts, whole);
            }
            long[] none = new long[table.words()];
            Signature signature = new Signature(lane, day, day, Signature.AT_ONCE, tuple, number, none, whole);
            if (!signature.isEmpty()) {
                signatures.add(signature);
            }
        }
    }

    private void add(
            Lane lane, int day, int recorded, FactSet[] facts, long tuple, long notBefore, List<Signature> signatures) {
        LaneTable table = catalogue.lane(lane);
        long[] part = new long[table.words()];
        long[] whole = new long[table.words()];
        table.evaluate(facts, part, whole);
        Signature signature = new Signature(lane, day, recorded, notBefore, tuple, 0, part, whole);
        if (!signature.isEmpty()) {
            signatures.add(signature);
        }
    }

    private static LongStream stamps(Version[] versions) {
        return Stream.of(versions).mapToLong(version -> version.admittedAt);
    }
}
