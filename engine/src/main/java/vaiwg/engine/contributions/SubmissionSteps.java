package vaiwg.engine.contributions;

import static vaiwg.kpis.cases.CountedField.field;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/**
 * What a case's submission to the Crown Prosecution Service contributes to stocks, on the day on which its date is missed, and on that of its decision. One clock runs from the submission to the
 * decision or the return, beside it one from the allocation to a prosecutor, another from the return to the new submission; each turns overdue when the day of its deadline is over, so
 * what is overdue enters on that day where the clock was not stopped by then. A last one runs from the case's first
 * submission to a decision, through all returns.
 *
 * @param facts of the case
 * @param first the day of the case's first submission
 */
record SubmissionSteps(Catalogue catalogue, FactSet facts, long dimensionKey, int first)
        implements Step.Setting<SubmissionVersion> {
    private static final CountedField ACTION_PLAN_DUE_AT = field(EventStream.CPS_REFERRAL, "actionPlanDueAt");
    private static final CountedField ALLOCATED_AT = field(EventStream.CPS_REFERRAL, "allocatedAt");
    private static final int AGREED = 28;
    private static final int PLAN_LONG_OVERDUE = 28;
    private static final List<OpenFor> OPEN_FOR = Stream.concat(
                    Stream.of(new OpenFor(AGREED, Fact.SUBMISSION_OVERDUE)),
                    Fact.SUBMISSION_DAYS.stream()
                            .map(days -> new OpenFor(days, Fact.named("submission_over_" + days + "d"))))
            .toList();

    /** What a submission is that has been open for more than so many days. */
    private record OpenFor(int days, Fact fact) {}

    @Override
    public List<Contribution> of(SubmissionVersion submission) {
        List<Contribution> found = new ArrayList<>();
        StepContributions contributions = new StepContributions(catalogue, dimensionKey, found);
        int submitted = LondonDays.dayOf(submission.submittedAt);
        long answeredAt = firstOf(submission.decidedAt, submission.returnedAt);
        contributions.addStock(submitted, submitted, answeredAt, facts.plus(Fact.SUBMISSION_OPEN));
        OPEN_FOR.forEach(
                open -> contributions.addStock(submitted + open.days, submitted, answeredAt, facts.plus(open.fact)));
        if (ALLOCATED_AT.isIn(submission)) {
            int allocated = Math.max(submitted, LondonDays.dayOf(ALLOCATED_AT.in(submission)));
            contributions.addStock(allocated, allocated, answeredAt, facts.plus(Fact.SUBMISSION_ALLOCATED));
            contributions.addStock(
                    allocated + AGREED, allocated, answeredAt, facts.plus(Fact.SUBMISSION_ALLOCATED_28D));
        }
        if (submission.decidedAt != CrimeVersion.ABSENT) {
            int decided = LondonDays.dayOf(submission.decidedAt);
            FactSet decision = facts.plus(Fact.SUBMISSION_DECIDED);
            contributions.addStep(decided, decision.plus(contributions.stated(submission)));
            contributions.addQuantity(Quantity.DAYS_TO_DECISION, decided, decision, Math.max(0, decided - first));
        }
        if (submission.returnedAt != CrimeVersion.ABSENT) {
            addActionPlan(submission, contributions);
        }
        return found;
    }

    /** A plan that names no date is open like any other, and never overdue. */
    private void addActionPlan(SubmissionVersion submission, StepContributions contributions) {
        int returned = LondonDays.dayOf(submission.returnedAt);
        long answeredAt = firstOf(submission.resubmittedAt, submission.decidedAt);
        contributions.addStock(returned, returned, answeredAt, facts.plus(Fact.ACTION_PLAN_OPEN));
        if (ACTION_PLAN_DUE_AT.isIn(submission)) {
            int due = Math.max(returned, LondonDays.dayOf(ACTION_PLAN_DUE_AT.in(submission)));
            contributions.addStock(due, due, answeredAt, facts.plus(Fact.ACTION_PLAN_OVERDUE));
            if (answeredAt == CrimeVersion.ABSENT || LondonDays.dayOf(answeredAt) > due) {
                FactSet missed = facts.plus(Fact.ACTION_PLAN_MISSED);
                contributions.addStep(due, missed.plus(contributions.stated(submission)));
            }
            contributions.addStock(due + PLAN_LONG_OVERDUE, due, answeredAt, facts.plus(Fact.ACTION_PLAN_OVERDUE_28D));
        }
    }

    private static long firstOf(long one, long other) {
        if (one == CrimeVersion.ABSENT || other == CrimeVersion.ABSENT) {
            return Math.max(one, other);
        }
        return Math.min(one, other);
    }
}
