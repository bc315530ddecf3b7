package vaiwg.kpis.signatures;

import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;

/**
 * What a case's submissions to the Crown Prosecution Service contribute to two stocks. One clock runs from the submission to the
 * decision or the return, another from the return to the new submission; each turns overdue when the day of its deadline is over, so
 * what is overdue enters on that day, or where the clock was stopped later enters and leaves. A third clock runs from the case's first
 * submission to a decision, through all returns.
 */
final class SubmissionSteps {
    private static final int DAYS_TO_DECIDE = 28;

    private final KnownCase known;
    private final FactSet facts;
    private final StepSignatures signatures;

    SubmissionSteps(KnownCase known, FactSet facts, StepSignatures signatures) {
        this.known = known;
        this.facts = facts;
        this.signatures = signatures;
    }

    void add() {
        long first = known.steps().submissions().stream()
                .mapToLong(submission -> submission.submittedAt)
                .min()
                .orElse(CrimeVersion.ABSENT);
        known.steps().submissions().forEach(submission -> add(submission, LondonDays.dayOf(first)));
    }

    private void add(SubmissionVersion submission, int first) {
        int submitted = LondonDays.dayOf(submission.submittedAt);
        long answeredAt = firstOf(submission.decidedAt, submission.returnedAt);
        addStock(submitted, answeredAt, Fact.SUBMISSION_OPEN);
        addStock(submitted + DAYS_TO_DECIDE, answeredAt, Fact.SUBMISSION_OVERDUE);
        if (submission.decidedAt != CrimeVersion.ABSENT) {
            int decided = LondonDays.dayOf(submission.decidedAt);
            signatures.addQuantity(
                    Quantity.DAYS_TO_DECISION,
                    decided,
                    facts.plus(FactSet.of(Fact.SUBMISSION_DECIDED)),
                    Math.max(0, decided - first));
        }
        if (submission.returnedAt != CrimeVersion.ABSENT) {
            addActionPlan(submission);
        }
    }

    /** A plan that names no date is open like any other, and never overdue. */
    private void addActionPlan(SubmissionVersion submission) {
        int returned = LondonDays.dayOf(submission.returnedAt);
        long answeredAt = firstOf(submission.resubmittedAt, submission.decidedAt);
        addStock(returned, answeredAt, Fact.ACTION_PLAN_OPEN);
        if (submission.actionPlanDueAt != CrimeVersion.ABSENT) {
            int due = Math.max(returned, LondonDays.dayOf(submission.actionPlanDueAt));
            addStock(due, answeredAt, Fact.ACTION_PLAN_OVERDUE);
        }
    }

    private void addStock(int from, long stoppedAt, Fact state) {
        FactSet holds = facts.plus(FactSet.of(state));
        signatures.addEntry(from, holds);
        if (stoppedAt != CrimeVersion.ABSENT) {
            signatures.addExit(Math.max(from, LondonDays.dayOf(stoppedAt)), holds);
        }
    }

    private static long firstOf(long one, long other) {
        if (one == CrimeVersion.ABSENT || other == CrimeVersion.ABSENT) {
            return Math.max(one, other);
        }
        return Math.min(one, other);
    }
}
