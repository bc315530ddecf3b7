package vaiwg.engine.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vaiwg.engine.contributions.Step.Setting;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.KnownSteps;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.StalkingStep;

/** The steps of a case that have contributions of their own, and what they come to together. */
final class CaseSteps {
    private static final int MONTHS_TO_ASK = 3;

    private final KnownCase known;
    private final FactSet facts;
    private final long dimensionKey;
    private final Catalogue catalogue;

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
        // A duty that was met is a fact of the case and contributes nothing by itself.
        add(
                steps.contacts(),
                contact -> contact.kind != ContactVersion.DUTY,
                () -> new ContactSteps(
                        catalogue, facts, dimensionKey, known.own().reportedAt()),
                all);
        add(
                steps.contacts(),
                ContactVersion::isUpdate,
                () -> new UpdateSteps(
                        catalogue, facts, dimensionKey, known.own().daysToInform()),
                all);
        add(
                steps.submissions(),
                submission -> true,
                () -> new SubmissionSteps(catalogue, facts, dimensionKey, firstSubmission()),
                all);
        add(steps.items(), item -> true, () -> new ItemSteps(catalogue, facts, dimensionKey), all);
        add(
                steps.management(),
                step -> step.kind == StalkingStep.ORDER_APPLIED.ordinal(),
                () -> new ManagementSteps(catalogue, facts, dimensionKey, known.recordedDay()),
                all);
        return all;
    }

    /** Most cases have steps of one kind: for the others no setting is made. */
    private static <V extends Version> void add(
            List<V> some, Predicate<V> contributes, Supplier<Setting<V>> setting, Steps all) {
        Setting<V> ofAll = null;
        for (int i = 0; i < some.size(); i++) {
            if (contributes.test(some.get(i))) {
                ofAll = ofAll == null ? setting.get() : ofAll;
                all.add(some.get(i), ofAll);
            }
        }
    }

    private int firstSubmission() {
        long first = Long.MAX_VALUE;
        for (SubmissionVersion submission : known.steps().submissions()) {
            first = Math.min(first, submission.submittedAt);
        }
        return LondonDays.dayOf(first);
    }

    /** How a charged case ended at court, on the day on which it did. */
    void addCourtResult(List<Contribution> contributions) {
        if (known.isFinalised()) {
            int day = known.finalisedDay();
            FactSet finalised = facts.plus(Fact.COURT_FINALISED);
            StepContributions ofResult = new StepContributions(catalogue, dimensionKey, contributions);
            ofResult.addStep(day, finalised);
            ofResult.addQuantity(Quantity.DAYS_TO_RESULT, day, finalised, Math.max(0, day - known.assignedDay()));
        }
    }

    /** A decision that may be reviewed, on the day on which the victim was told of it; a review asked for before it was of another. */
    void addReviewableDecision(List<Contribution> contributions) {
        if (!known.isReviewable()) {
            return;
        }
        StepContributions ofDecision = new StepContributions(catalogue, dimensionKey, contributions);
        int told = known.informedDay();
        FactSet decision = facts.plus(Fact.REVIEWABLE_DECISION);
        OptionalInt asked = known.steps()
                .contacts(ContactKind.REVIEW)
                .mapToInt(review -> LondonDays.dayOf(review.at))
                .filter(day -> day >= known.assignedDay())
                .min();
        LocalDate lastDay = LocalDate.ofEpochDay(told).plusMonths(MONTHS_TO_ASK);
        if (asked.isPresent() && asked.getAsInt() <= lastDay.toEpochDay()) {
            int age = Math.max(0, asked.getAsInt() - told);
            ofDecision.addStep(told, decision.plus(Fact.REVIEW_REQUESTED), age);
        } else {
            ofDecision.addStep(told, decision);
        }
    }
}
