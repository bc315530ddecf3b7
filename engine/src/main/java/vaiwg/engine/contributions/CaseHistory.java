package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.KnownCrime;
import vaiwg.kpis.facts.KnownSteps;
import vaiwg.kpis.facts.Past;
import vaiwg.kpis.time.LondonDays;

/** A case as a function of what was known when: which contributions its versions give in which contribution types. */
record CaseHistory(CaseState state, Catalogue catalogue) implements History {
    @Override
    public Known knownAt(long instant) {
        return knownAt(instant, Known.NOTHING);
    }

    @Override
    public Known knownAt(long instant, Known near, Known other) {
        return knownAt(instant, differsInStepsOnly(near, instant) ? near : other);
    }

    @Override
    public Known knownAt(long instant, Known near) {
        if (differsInStepsOnly(near, instant)) {
            JudgedCase last = near.judged();
            KnownCase known = last.known().withSteps(steps(instant));
            FactSet facts = catalogue.askedFacts().withStepsOf(known, last.facts());
            return known(instant, judged(instant, last.winning(), known, facts), near);
        }
        OutcomeVersion outcome = Versions.currentAt(state.outcomes, instant);
        List<CrimeVersion> winning = Versions.winningAt(state.crimes, instant);
        if (winning.isEmpty()) {
            return ofOrphan(outcome);
        }
        KnownCase known = new KnownCase(
                KnownCrime.of(winning.get(winning.size() - 1), catalogue.askedFacts()),
                outcome,
                steps(instant),
                Past.of(state, winning, instant, catalogue.maps()));
        FactSet facts = catalogue.askedFacts().of(known);
        return known(instant, judged(instant, winning, known, facts), Known.NOTHING);
    }

    private boolean differsInStepsOnly(Known before, long instant) {
        return before.judged() != null && before.judged().differsInStepsOnly(state, instant);
    }

    private JudgedCase judged(long instant, List<CrimeVersion> winning, KnownCase known, FactSet facts) {
        return new JudgedCase(instant, state.crimes, state.outcomes, winning, known, facts);
    }

    private KnownSteps steps(long instant) {
        return catalogue.asksSteps() ? KnownSteps.of(state, instant) : KnownSteps.NONE;
    }

    /** @param before what it contributed when no more than its steps was known otherwise, or nothing */
    private Known known(long instant, JudgedCase judged, Known before) {
        KnownCase known = judged.known();
        List<Contribution> own = new CaseContributions(state, catalogue, judged, instant).after(before);
        boolean hasSteps = known.steps().size() > 0 || known.isReviewable() || known.isFinalised();
        if (known.crime().monthOnly || !hasSteps) {
            return new Known(own, Steps.NONE, judged);
        }
        CaseSteps steps = new CaseSteps(known, judged.facts(), DimensionKey.of(known), catalogue);
        steps.addReviewableDecision(own);
        steps.addCourtResult(own);
        return new Known(own, steps.all(), judged);
    }

    @Override
    public RevisionCause causeAt(long instant) {
        return RevisionCauses.at(state, instant);
    }

    private Known ofOrphan(OutcomeVersion outcome) {
        List<Contribution> own = new ArrayList<>(1);
        if (outcome != null && outcome.isAssigned() && !outcome.monthOnly) {
            int assigned = LondonDays.dayOf(outcome.assignedAt);
            new StepContributions(catalogue, DimensionKey.scopeOnly(), own)
                    .add(ContributionType.ASSIGNED, assigned, FactSet.of(Fact.ORPHAN_OUTCOME), 0);
        }
        return Known.of(own);
    }
}
