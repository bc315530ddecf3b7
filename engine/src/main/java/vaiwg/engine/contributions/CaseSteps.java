package vaiwg.engine.contributions;

import java.util.List;
import java.util.OptionalInt;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.cases.ManagementVersion;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.KnownSteps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.StalkingStep;

/** The steps of a case that have contributions of their own, and what they come to together. */
final class CaseSteps {
    private final KnownCase known;
    private final FactSet facts;
    private final long dimensionKey;
    private final Catalogue catalogue;

    /** @param facts of the case */
    CaseSteps(KnownCase known, FactSet facts, long dimensionKey, Catalogue catalogue) {
        this.known = known;
        // What measures of steps do not ask for is left out: a change of it leaves the steps what they are.
        this.facts = facts.and(catalogue.factsOfSteps());
        this.dimensionKey = dimensionKey;
        this.catalogue = catalogue;
    }

    Steps all() {
        KnownSteps steps = known.steps();
        Steps all = new Steps(steps.size());
        ContactSteps ofContacts = new ContactSteps(catalogue, facts, dimensionKey);
        for (ContactVersion contact : steps.contacts()) {
            all.add(contact, ofContacts);
        }
        addSubmissions(steps.submissions(), all);
        ItemSteps ofItems = new ItemSteps(catalogue, facts, dimensionKey);
        for (ItemVersion item : steps.items()) {
            all.add(item, ofItems);
        }
        ManagementSteps ofManagement = new ManagementSteps(catalogue, facts, dimensionKey, known.recordedDay());
        for (ManagementVersion step : steps.management()) {
            if (step.kind == StalkingStep.ORDER_APPLIED.ordinal()) {
                all.add(step, ofManagement);
            }
        }
        return all;
    }

    private void addSubmissions(List<SubmissionVersion> submissions, Steps all) {
        long first = Long.MAX_VALUE;
        for (SubmissionVersion submission : submissions) {
            first = Math.min(first, submission.submittedAt);
        }
        if (!submissions.isEmpty()) {
            SubmissionSteps setting = new SubmissionSteps(catalogue, facts, dimensionKey, LondonDays.dayOf(first));
            for (SubmissionVersion submission : submissions) {
                all.add(submission, setting);
            }
        }
    }

    /** A decision that may be reviewed, on the day on which the victim was told of it; a review asked for before it was of another. */
    void addReviewableDecision(List<Contribution> contributions) {
        if (!known.isReviewable()) {
            return;
        }
        StepContributions ofDecision = new StepContributions(catalogue, dimensionKey, contributions);
        int told = known.informedDay();
        FactSet decision = facts.plus(FactSet.of(Fact.REVIEWABLE_DECISION));
        OptionalInt asked = known.steps()
                .contacts(ContactKind.REVIEW)
                .mapToInt(review -> LondonDays.dayOf(review.at))
                .filter(day -> day >= known.assignedDay())
                .min();
        if (asked.isPresent()) {
            int age = Math.max(0, asked.getAsInt() - told);
            ofDecision.addStep(told, decision.plus(FactSet.of(Fact.REVIEW_REQUESTED)), age);
        } else {
            ofDecision.addStep(told, decision);
        }
    }
}
