package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ContributionTable;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.catalogue.PackedNumbers;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.KnownCrime;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.OutcomeGroup;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.attrition.Exit;

/** What the record of a case and its outcome contribute, as known at an instant, by contribution type. */
final class CaseContributions {
    private static final byte NO_LIFE = 0;
    private static final int USUAL = 5;
    private static final ContributionType[] RECORDED = {ContributionType.RECORDED};
    private static final ContributionType[] ANY_OFFENCE = {ContributionType.ANY_OFFENCE};
    private static final ContributionType[] QUANTITIES = {ContributionType.RECORDED_QUANTITY};
    private static final ContributionType[] END = {
        ContributionType.ASSIGNED, ContributionType.ASSIGNED_QUANTITY, ContributionType.TOLD, ContributionType.EXIT
    };
    private static final ContributionType[] MONTHS = {ContributionType.MONTH, ContributionType.MONTH_EXIT};

    private final CaseState state;
    private final Catalogue catalogue;
    private final List<CrimeVersion> winning;
    private final KnownCase known;
    private final FactSet facts;
    private final long dimensionKey;
    private final long instant;
    private final List<Contribution> found = new ArrayList<>(USUAL);

    /** @param judged the case as it is known at the instant */
    CaseContributions(CaseState state, Catalogue catalogue, JudgedCase judged, long instant) {
        this.state = state;
        this.catalogue = catalogue;
        this.winning = judged.winning();
        this.known = judged.known();
        this.facts = judged.facts();
        this.dimensionKey = DimensionKey.of(known);
        this.instant = instant;
    }

    /**
     * All of them, in a list of the caller's own.
     *
     * @param before what the case contributed when no more than its steps was known otherwise, or nothing
     */
    List<Contribution> after(Known before) {
        if (known.crime().monthOnly) {
            addByMonth(before);
        } else {
            addByDay(before);
        }
        return found;
    }

    /** Takes over what was contributed in some contribution types, unless a fact has changed that one of them asks. */
    private boolean takesOver(Known before, ContributionType[] some) {
        if (before.judged() == null) {
            return false;
        }
        for (ContributionType contributionType : some) {
            if (catalogue
                    .contributionType(contributionType)
                    .tellsApart(facts, before.judged().facts())) {
                return false;
            }
        }
        List<Contribution> own = before.own();
        for (int i = 0; i < own.size(); i++) {
            for (ContributionType contributionType : some) {
                if (own.get(i).contributionType() == contributionType) {
                    found.add(own.get(i));
                }
            }
        }
        return true;
    }

    private void addByDay(Known before) {
        int recorded = known.recordedDay();
        if (!takesOver(before, RECORDED)) {
            add(ContributionType.RECORDED, recorded, recorded, dimensionKey, beginning(), 0);
        }
        if (!takesOver(before, ANY_OFFENCE)) {
            add(ContributionType.ANY_OFFENCE, recorded, recorded, DimensionKey.inScope(dimensionKey), NO_LIFE, 0);
        }
        if (!takesOver(before, QUANTITIES)) {
            addQuantities(ContributionType.RECORDED_QUANTITY, recorded);
        }
        if (!takesOver(before, END)) {
            addEnd();
        }
    }

    private void addEnd() {
        int recorded = known.recordedDay();
        Optional<Exit> exit = exit();
        if (known.hasOutcome() && !known.outcome().monthOnly) {
            int assigned = known.assignedDay();
            if (exit.isPresent() && exit.get().cause() != Cause.REMOVED) {
                // An outcome takes the case from the open ones on its own day: the delta entry that it causes anyway
                // says so too.
                byte life = Contribution.leaves(exit.get().cause());
                add(
                        ContributionType.ASSIGNED,
                        assigned,
                        recorded,
                        dimensionKey,
                        life,
                        exit.get().delay());
                exit = Optional.empty();
            } else {
                add(ContributionType.ASSIGNED, assigned, recorded, dimensionKey, NO_LIFE, 0);
            }
            addQuantities(ContributionType.ASSIGNED_QUANTITY, assigned);
            addTold(assigned);
        }
        exit.ifPresent(left -> addExit(ContributionType.EXIT, left.day(), recorded, left.cause(), left.delay()));
    }

    private void addTold(int assigned) {
        OptionalInt deadline = known.tellingDeadline();
        if (known.outcomeIn(OutcomeGroup.TO_BE_TOLD) && deadline.isPresent()) {
            long timeIsOver = LondonDays.startOf(deadline.getAsInt() + 1);
            add(ContributionType.TOLD, assigned, assigned, timeIsOver, dimensionKey, NO_LIFE, 0);
        }
    }

    /** Who the victim is makes no difference to follow-up, and outside all themes nothing is estimated. */
    private Optional<Exit> exit() {
        return DimensionKey.isInAny(dimensionKey)
                ? new Departures(state, catalogue.askedFacts()).knownAt(instant, known)
                : Optional.empty();
    }

    private byte beginning() {
        return DimensionKey.isInAny(dimensionKey) ? Contribution.BEGINS : NO_LIFE;
    }

    private void addExit(ContributionType contributionType, int day, int recorded, Cause cause, int delay) {
        found.add(new Contribution(
                contributionType,
                day,
                recorded,
                Contribution.AT_ONCE,
                DimensionKey.withoutVictim(dimensionKey),
                delay,
                Contribution.leaves(cause),
                Contribution.NO_BITS,
                Contribution.NO_BITS));
    }

    private void addByMonth(Known before) {
        if (takesOver(before, MONTHS)) {
            return;
        }
        int month = LondonDays.monthOf(known.recordedDay());
        int day = LondonDays.startOfMonth(month);
        add(ContributionType.MONTH, day, day, dimensionKey, beginning(), 0);
        exit().ifPresent(left -> {
            int end = LondonDays.firstOfMonth(left.day());
            int delay = Math.max(0, LondonDays.monthOf(left.known()) - LondonDays.monthOf(end));
            addExit(ContributionType.MONTH_EXIT, end, day, left.cause(), delay);
        });
    }

    /** The facts as known now, then as they stood k months after the month of recording for each settled horizon. */
    private FactSet[] atMonths(int[] horizons) {
        int recorded = LondonDays.monthOf(known.recordedDay());
        int age = known.hasOutcome() ? Math.max(0, LondonDays.monthOf(known.assignedDay()) - recorded) : 0;
        return facts.atHorizons(horizons, age);
    }

    /** Likewise k days after recording. */
    private FactSet[] atDays(int[] horizons) {
        int recorded = known.recordedDay();
        int age = known.hasOutcome() ? Math.max(0, known.assignedDay() - recorded) : 0;
        FactSet[] sets = facts.atHorizons(horizons, age + 1);
        for (int i = 0; i < horizons.length; i++) {
            CrimeVersion then = Versions.inForceBefore(winning, LondonDays.startOf(recorded + horizons[i]));
            if (then != known.crime()) {
                sets[i + 1] = sets[i + 1].withAnswersOf(own(then));
            }
        }
        return sets;
    }

    private KnownCrime own(CrimeVersion version) {
        return version == null ? null : KnownCrime.of(version, catalogue.askedFacts());
    }

    private void addQuantities(ContributionType contributionType, int day) {
        ContributionTable table = catalogue.contributionType(contributionType);
        if (table.isEmpty()) {
            return;
        }
        List<Quantity> quantities = table.quantities();
        long[] counting = table.counting(facts);
        for (int first = 0; first < quantities.size(); first += PackedNumbers.PLACES) {
            long[] denominator = new long[table.words()];
            boolean any = false;
            long numbers = 0;
            for (int place = first; place < Math.min(first + PackedNumbers.PLACES, quantities.size()); place++) {
                int number = quantities.get(place).of(known);
                if (number != Quantity.NONE && table.take(quantities.get(place), counting, denominator)) {
                    numbers = PackedNumbers.with(numbers, place, number);
                    any = true;
                }
            }
            if (any) {
                found.add(new Contribution(
                        contributionType,
                        day,
                        day,
                        Contribution.AT_ONCE,
                        dimensionKey,
                        numbers,
                        NO_LIFE,
                        table.none(),
                        denominator));
            }
        }
    }

    private void add(
            ContributionType contributionType, int day, int recorded, long dimensionKey, byte life, int delay) {
        add(contributionType, day, recorded, Contribution.AT_ONCE, dimensionKey, life, delay);
    }

    private void add(
            ContributionType contributionType,
            int day,
            int recorded,
            long notBefore,
            long dimensionKey,
            byte life,
            int delay) {
        ContributionTable table = catalogue.contributionType(contributionType);
        if (table.isEmpty() && life == NO_LIFE) {
            return;
        }
        long[] numerator = new long[table.words()];
        long[] denominator = new long[table.words()];
        int[] horizons = table.horizons();
        table.evaluate(contributionType.isMonthly() ? atMonths(horizons) : atDays(horizons), numerator, denominator);
        Contribution contribution = new Contribution(
                contributionType, day, recorded, notBefore, dimensionKey, delay, life, numerator, denominator);
        if (!contribution.isEmpty()) {
            found.add(contribution);
        }
    }
}
