package vaiwg.engine.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
import vaiwg.kpis.catalogue.PackedNumbers;
import vaiwg.kpis.catalogue.SliceTuple;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.KnownCrime;
import vaiwg.kpis.facts.KnownSteps;
import vaiwg.kpis.facts.Past;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.attrition.Exit;

/** A case as a function of what was known when: which signatures its versions give in which lanes. */
final class CaseHistory implements History {
    private final CaseState state;
    private final Catalogue catalogue;

    CaseHistory(CaseState state, Catalogue catalogue) {
        this.state = state;
        this.catalogue = catalogue;
    }

    @Override
    public long[] stamps(long from) {
        return Versions.stamps(
                from, state.crimes, state.outcomes, state.contacts, state.submissions, state.items, state.management);
    }

    @Override
    public Known knownAt(long instant) {
        CrimeVersion crime = Versions.currentAt(state.crimes, instant);
        OutcomeVersion outcome = Versions.currentAt(state.outcomes, instant);
        List<Signature> signatures = new ArrayList<>(5);
        if (crime == null) {
            addOrphan(outcome, signatures);
            return Known.of(signatures);
        }
        List<CrimeVersion> believed = Versions.believedAt(state.crimes, instant);
        Past past = Past.of(state, believed, instant, catalogue.maps());
        KnownCase known =
                new KnownCase(KnownCrime.of(crime, catalogue.maps()), outcome, KnownSteps.of(state, instant), past);
        FactSet facts = FactSet.of(known);
        long tuple = SliceTuple.of(known);
        if (crime.monthOnly) {
            addByMonth(known, facts, tuple, instant, signatures);
            return Known.of(signatures);
        }
        addByDay(known, facts, tuple, believed, instant, signatures);
        if (known.steps().size() == 0 && !known.isReviewable()) {
            return Known.of(signatures);
        }
        CaseSteps steps = new CaseSteps(known, facts, tuple, catalogue);
        steps.addReviewableDecision(signatures);
        return new Known(signatures, steps.all());
    }

    @Override
    public RevisionCause causeAt(long instant) {
        return RevisionCauses.at(state, instant);
    }

    private void addByDay(
            KnownCase known,
            FactSet facts,
            long tuple,
            List<CrimeVersion> believed,
            long instant,
            List<Signature> signatures) {
        int recorded = known.recordedDay();
        FactSet[] sets = atDays(Lane.RECORDED, known, facts, believed);
        add(signature(Lane.RECORDED, recorded, recorded, sets, tuple).telling(beginning(tuple), 0), signatures);
        FactSet[] anySets = atDays(Lane.ANY_OFFENCE, known, facts, believed);
        add(signature(Lane.ANY_OFFENCE, recorded, recorded, anySets, SliceTuple.inScope(tuple)), signatures);
        addQuantities(Lane.RECORDED_QUANTITY, recorded, known, facts, tuple, signatures);
        Optional<Exit> exit = exit(known, tuple, instant);
        if (known.hasOutcome() && !known.outcome().monthOnly) {
            int assigned = known.assignedDay();
            addQuantities(Lane.ASSIGNED_QUANTITY, assigned, known, facts, tuple, signatures);
            FactSet[] now = {facts};
            Signature signature = signature(Lane.ASSIGNED, assigned, recorded, now, tuple);
            if (exit.isPresent() && exit.get().cause() != Cause.REMOVED) {
                // An outcome takes the case from the open ones on its own day: the posting that it causes anyway says
                // so too.
                signature = signature.telling(
                        Signature.leaves(exit.get().cause()), exit.get().delay());
                exit = Optional.empty();
            }
            add(signature, signatures);
            OptionalInt deadline = known.tellingDeadline();
            if (facts.contains(Fact.NOT_PROCEEDED) && deadline.isPresent()) {
                long timeIsOver = LondonDays.startOf(deadline.getAsInt() + 1);
                add(signature(Lane.TOLD, assigned, assigned, now, tuple).notBefore(timeIsOver), signatures);
            }
        }
        exit.ifPresent(
                left -> signatures.add(exit(Lane.EXIT, left.day(), recorded, tuple, left.cause(), left.delay())));
    }

    /** Who the victim is makes no difference to lives, and outside all themes nothing is estimated. */
    private Optional<Exit> exit(KnownCase known, long tuple, long instant) {
        return SliceTuple.isInAny(tuple)
                ? new Departures(state, catalogue.maps()).knownAt(instant, known)
                : Optional.empty();
    }

    private static byte beginning(long tuple) {
        return SliceTuple.isInAny(tuple) ? Signature.BEGINS : 0;
    }

    private static Signature exit(Lane lane, int day, int recorded, long tuple, Cause cause, int delay) {
        long own = SliceTuple.withoutVictim(tuple);
        return new Signature(
                lane, day, recorded, Signature.AT_ONCE, own, delay, Signature.leaves(cause), new long[0], new long[0]);
    }

    private void addByMonth(KnownCase known, FactSet facts, long tuple, long instant, List<Signature> signatures) {
        int month = LondonDays.monthOf(known.recordedDay());
        int age = known.hasOutcome() ? Math.max(0, LondonDays.monthOf(known.assignedDay()) - month) : 0;
        FactSet[] sets = facts.atHorizons(catalogue.lane(Lane.MONTH).horizons(), months -> age <= months);
        int day = LondonDays.startOfMonth(month);
        add(signature(Lane.MONTH, day, day, sets, tuple).telling(beginning(tuple), 0), signatures);
        exit(known, tuple, instant).ifPresent(left -> {
            int end = LondonDays.firstOfMonth(left.day());
            int delay = Math.max(0, LondonDays.monthOf(left.known()) - LondonDays.monthOf(end));
            signatures.add(exit(Lane.MONTH_EXIT, end, day, tuple, left.cause(), delay));
        });
    }

    /** The facts as known now, then as they stood k days after recording for each settled horizon. */
    private FactSet[] atDays(Lane lane, KnownCase known, FactSet facts, List<CrimeVersion> believed) {
        int[] horizons = catalogue.lane(lane).horizons();
        int recorded = known.recordedDay();
        int age = known.hasOutcome() ? Math.max(0, known.assignedDay() - recorded) : 0;
        FactSet[] sets = facts.atHorizons(horizons, days -> age < days);
        for (int i = 0; i < horizons.length; i++) {
            CrimeVersion then = Versions.inForceBefore(believed, LondonDays.startOf(recorded + horizons[i]));
            if (then != known.crime()) {
                sets[i + 1] = sets[i + 1].withAnswersOf(own(then));
            }
        }
        return sets;
    }

    private KnownCrime own(CrimeVersion version) {
        return version == null ? null : KnownCrime.of(version, catalogue.maps());
    }

    private void addOrphan(OutcomeVersion outcome, List<Signature> signatures) {
        if (outcome != null && outcome.isAssigned() && !outcome.monthOnly) {
            int assigned = LondonDays.dayOf(outcome.assignedAt);
            FactSet[] facts = {FactSet.of(Fact.ORPHAN_OUTCOME)};
            long tuple = SliceTuple.scopeOnly();
            add(signature(Lane.ASSIGNED, assigned, assigned, facts, tuple), signatures);
        }
    }

    private void addQuantities(
            Lane lane, int day, KnownCase known, FactSet facts, long tuple, List<Signature> signatures) {
        LaneTable table = catalogue.lane(lane);
        List<Quantity> quantities = table.quantities();
        long[] counting = table.counting(facts);
        for (int first = 0; first < quantities.size(); first += PackedNumbers.PLACES) {
            long[] whole = new long[table.words()];
            boolean any = false;
            long numbers = 0;
            for (int place = first; place < Math.min(first + PackedNumbers.PLACES, quantities.size()); place++) {
                int number = quantities.get(place).of(known);
                if (number != Quantity.NONE && table.take(quantities.get(place), counting, whole)) {
                    numbers = PackedNumbers.with(numbers, place, number);
                    any = true;
                }
            }
            if (any) {
                long[] none = new long[table.words()];
                signatures.add(new Signature(lane, day, day, Signature.AT_ONCE, tuple, numbers, (byte) 0, none, whole));
            }
        }
    }

    private Signature signature(Lane lane, int day, int recorded, FactSet[] facts, long tuple) {
        LaneTable table = catalogue.lane(lane);
        long[] part = new long[table.words()];
        long[] whole = new long[table.words()];
        table.evaluate(facts, part, whole);
        return new Signature(lane, day, recorded, Signature.AT_ONCE, tuple, 0, (byte) 0, part, whole);
    }

    private static void add(Signature signature, List<Signature> signatures) {
        if (!signature.isEmpty()) {
            signatures.add(signature);
        }
    }
}
