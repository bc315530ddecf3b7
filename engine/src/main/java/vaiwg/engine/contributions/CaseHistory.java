package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ContributionTable;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.catalogue.PackedNumbers;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.KnownCrime;
import vaiwg.kpis.facts.KnownSteps;
import vaiwg.kpis.facts.Past;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.OutcomeGroup;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.attrition.Exit;

/** A case as a function of what was known when: which contributions its versions give in which contribution types. */
final class CaseHistory implements History {
    private final CaseState state;
    private final Catalogue catalogue;

    CaseHistory(CaseState state, Catalogue catalogue) {
        this.state = state;
        this.catalogue = catalogue;
    }

    @Override
    public long[] knowledgeTimes(long from) {
        return Versions.knowledgeTimes(
                from, state.crimes, state.outcomes, state.contacts, state.submissions, state.items, state.management);
    }

    @Override
    public Known knownAt(long instant) {
        CrimeVersion crime = Versions.currentAt(state.crimes, instant);
        OutcomeVersion outcome = Versions.currentAt(state.outcomes, instant);
        List<Contribution> contributions = new ArrayList<>(5);
        if (crime == null) {
            addOrphan(outcome, contributions);
            return Known.of(contributions);
        }
        List<CrimeVersion> winning = Versions.winningAt(state.crimes, instant);
        Past past = Past.of(state, winning, instant, catalogue.maps());
        KnownCase known = new KnownCase(
                KnownCrime.of(crime, catalogue.factsOfCases()), outcome, KnownSteps.of(state, instant), past);
        FactSet facts = catalogue.factsOfCases().of(known);
        long dimensionKey = DimensionKey.of(known);
        if (crime.monthOnly) {
            addByMonth(known, facts, dimensionKey, instant, contributions);
            return Known.of(contributions);
        }
        addByDay(known, facts, dimensionKey, winning, instant, contributions);
        if (known.steps().size() == 0 && !known.isReviewable()) {
            return Known.of(contributions);
        }
        CaseSteps steps = new CaseSteps(known, facts, dimensionKey, catalogue);
        steps.addReviewableDecision(contributions);
        return new Known(contributions, steps.all());
    }

    @Override
    public RevisionCause causeAt(long instant) {
        return RevisionCauses.at(state, instant);
    }

    private void addByDay(
            KnownCase known,
            FactSet facts,
            long dimensionKey,
            List<CrimeVersion> winning,
            long instant,
            List<Contribution> contributions) {
        int recorded = known.recordedDay();
        FactSet[] sets = atDays(ContributionType.RECORDED, known, facts, winning);
        add(
                contribution(
                        ContributionType.RECORDED, recorded, recorded, sets, dimensionKey, beginning(dimensionKey), 0),
                contributions);
        FactSet[] anySets = atDays(ContributionType.ANY_OFFENCE, known, facts, winning);
        add(
                contribution(
                        ContributionType.ANY_OFFENCE, recorded, recorded, anySets, DimensionKey.inScope(dimensionKey)),
                contributions);
        addQuantities(ContributionType.RECORDED_QUANTITY, recorded, known, facts, dimensionKey, contributions);
        Optional<Exit> exit = exit(known, dimensionKey, instant);
        if (known.hasOutcome() && !known.outcome().monthOnly) {
            int assigned = known.assignedDay();
            addQuantities(ContributionType.ASSIGNED_QUANTITY, assigned, known, facts, dimensionKey, contributions);
            FactSet[] now = {facts};
            byte life = 0;
            int delay = 0;
            if (exit.isPresent() && exit.get().cause() != Cause.REMOVED) {
                // An outcome takes the case from the open ones on its own day: the delta entry that it causes anyway
                // says so too.
                life = Contribution.leaves(exit.get().cause());
                delay = exit.get().delay();
                exit = Optional.empty();
            }
            add(
                    contribution(ContributionType.ASSIGNED, assigned, recorded, now, dimensionKey, life, delay),
                    contributions);
            OptionalInt deadline = known.tellingDeadline();
            if (known.outcomeIn(OutcomeGroup.NOT_PROCEEDED) && deadline.isPresent()) {
                long timeIsOver = LondonDays.startOf(deadline.getAsInt() + 1);
                add(
                        contribution(ContributionType.TOLD, assigned, assigned, now, dimensionKey)
                                .notBefore(timeIsOver),
                        contributions);
            }
        }
        exit.ifPresent(left -> contributions.add(
                exit(ContributionType.EXIT, left.day(), recorded, dimensionKey, left.cause(), left.delay())));
    }

    /** Who the victim is makes no difference to follow-up, and outside all themes nothing is estimated. */
    private Optional<Exit> exit(KnownCase known, long dimensionKey, long instant) {
        return DimensionKey.isInAny(dimensionKey)
                ? new Departures(state, catalogue.factsOfCases()).knownAt(instant, known)
                : Optional.empty();
    }

    private static byte beginning(long dimensionKey) {
        return DimensionKey.isInAny(dimensionKey) ? Contribution.BEGINS : 0;
    }

    private static Contribution exit(
            ContributionType contributionType, int day, int recorded, long dimensionKey, Cause cause, int delay) {
        long own = DimensionKey.withoutVictim(dimensionKey);
        return new Contribution(
                contributionType,
                day,
                recorded,
                Contribution.AT_ONCE,
                own,
                delay,
                Contribution.leaves(cause),
                Contribution.NO_BITS,
                Contribution.NO_BITS);
    }

    private void addByMonth(
            KnownCase known, FactSet facts, long dimensionKey, long instant, List<Contribution> contributions) {
        int month = LondonDays.monthOf(known.recordedDay());
        int age = known.hasOutcome() ? Math.max(0, LondonDays.monthOf(known.assignedDay()) - month) : 0;
        FactSet[] sets = facts.atHorizons(
                catalogue.contributionType(ContributionType.MONTH).horizons(), age);
        int day = LondonDays.startOfMonth(month);
        add(
                contribution(ContributionType.MONTH, day, day, sets, dimensionKey, beginning(dimensionKey), 0),
                contributions);
        exit(known, dimensionKey, instant).ifPresent(left -> {
            int end = LondonDays.firstOfMonth(left.day());
            int delay = Math.max(0, LondonDays.monthOf(left.known()) - LondonDays.monthOf(end));
            contributions.add(exit(ContributionType.MONTH_EXIT, end, day, dimensionKey, left.cause(), delay));
        });
    }

    /** The facts as known now, then as they stood k days after recording for each settled horizon. */
    private FactSet[] atDays(
            ContributionType contributionType, KnownCase known, FactSet facts, List<CrimeVersion> winning) {
        int[] horizons = catalogue.contributionType(contributionType).horizons();
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
        return version == null ? null : KnownCrime.of(version, catalogue.factsOfCases());
    }

    private void addOrphan(OutcomeVersion outcome, List<Contribution> contributions) {
        if (outcome != null && outcome.isAssigned() && !outcome.monthOnly) {
            int assigned = LondonDays.dayOf(outcome.assignedAt);
            FactSet[] facts = {FactSet.of(Fact.ORPHAN_OUTCOME)};
            long dimensionKey = DimensionKey.scopeOnly();
            add(contribution(ContributionType.ASSIGNED, assigned, assigned, facts, dimensionKey), contributions);
        }
    }

    private void addQuantities(
            ContributionType contributionType,
            int day,
            KnownCase known,
            FactSet facts,
            long dimensionKey,
            List<Contribution> contributions) {
        ContributionTable table = catalogue.contributionType(contributionType);
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
                contributions.add(new Contribution(
                        contributionType,
                        day,
                        day,
                        Contribution.AT_ONCE,
                        dimensionKey,
                        numbers,
                        (byte) 0,
                        table.none(),
                        denominator));
            }
        }
    }

    private Contribution contribution(
            ContributionType contributionType, int day, int recorded, FactSet[] facts, long dimensionKey) {
        return contribution(contributionType, day, recorded, facts, dimensionKey, (byte) 0, 0);
    }

    private Contribution contribution(
            ContributionType contributionType,
            int day,
            int recorded,
            FactSet[] facts,
            long dimensionKey,
            byte life,
            int delay) {
        ContributionTable table = catalogue.contributionType(contributionType);
        long[] numerator = new long[table.words()];
        long[] denominator = new long[table.words()];
        table.evaluate(facts, numerator, denominator);
        return new Contribution(
                contributionType,
                day,
                recorded,
                Contribution.AT_ONCE,
                dimensionKey,
                delay,
                life,
                numerator,
                denominator);
    }

    private static void add(Contribution contribution, List<Contribution> contributions) {
        if (!contribution.isEmpty()) {
            contributions.add(contribution);
        }
    }
}
