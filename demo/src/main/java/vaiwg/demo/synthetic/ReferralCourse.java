package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.SupportEnded;

/**
 * The submissions of a case to the CPS, of whatever group: of each decision that the outcome says was the CPS's, and where the victim's support
 * ended while the case was there. The decision is when the outcome says; the submissions lie before it, with the action plans between them.
 *
 * @param draw of its own, so that all else is the same with these submissions and without
 */
record ReferralCourse(CaseFile file, SimulatedCase simulated, Draw draw) {
    private static final int MOST_ACTION_PLANS = 2;
    /** From when the suspect is known, or a decision is entered, to a submission at the soonest. */
    private static final long SOONEST = 30 * ForceCalendar.MINUTE;

    /**
     * One submission, in days; of the last of a case only the first figure is needed.
     *
     * @param atCps until it is decided, or returned with an action plan
     * @param toDue from there to the plan's date
     * @param late by which the police answer after that date; below zero before it
     */
    private record Spell(double atCps, double toDue, double late) {}

    void add() {
        long recordedAt = file.incident().recordedAt();
        long since = file.suspectAt() == Long.MAX_VALUE ? recordedAt : Math.max(recordedAt, file.suspectAt());
        for (Outcome outcome : simulated.versions(Outcome.class).toList()) {
            boolean leftThere = hasLeftThere(outcome);
            if (leftThere || "CPS".equals(outcome.getDecidedBy())) {
                long decidedAt = outcome.getAssignedAt().toEpochMilli();
                long endedAt = leftThere ? outcome.getSupportEnded().getAt().toEpochMilli() : decidedAt;
                submit(since + SOONEST, endedAt - ForceCalendar.HOUR, decidedAt);
                return;
            }
            since = Math.max(since, outcome.getChangedAt().toEpochMilli());
        }
    }

    /** Whether the victim's support ended at the CPS; where nobody is suspected there is nothing to submit. */
    private boolean hasLeftThere(Outcome outcome) {
        SupportEnded ended = outcome.getSupportEnded();
        return ended != null && "AT_CPS".equals(ended.getStage()) && file.suspectAt() != Long.MAX_VALUE;
    }

    /** Submissions that take as long as is drawn for them, or as there is since the earliest instant. */
    private void submit(long earliest, long thereBy, long decidedAt) {
        List<Spell> spells = spells();
        double days = length(spells);
        long begin = Math.max(earliest, Math.min(thereBy, decidedAt - ForceCalendar.days(days)));
        if (begin >= decidedAt || file.goneAt(begin)) {
            return;
        }
        double scale = (decidedAt - begin) / (days * ForceCalendar.DAY);
        long at = begin;
        for (int number = 1; number < spells.size(); number++) {
            Spell spell = spells.get(number - 1);
            CpsReferral submission = submitted(number, at);
            long returnedAt = at + ForceCalendar.days(spell.atCps() * scale);
            allocate(submission, returnedAt, scale);
            long dueAt = returnedAt + ForceCalendar.days(spell.toDue() * scale);
            submission.setReturnedAt(Instant.ofEpochMilli(returnedAt));
            submission.setActionPlanDueAt(Instant.ofEpochMilli(dueAt));
            save(submission, returnedAt + 2 * ForceCalendar.MINUTE);
            at = dueAt + ForceCalendar.days(spell.late() * scale);
            submission.setResubmittedAt(Instant.ofEpochMilli(at));
            submission.setEscalated(spell.late() > 0 && draw.chance(Figures.of("escalated")));
            save(submission, at + 2 * ForceCalendar.MINUTE);
        }
        CpsReferral last = submitted(spells.size(), at);
        allocate(last, decidedAt, scale);
        last.setDecidedAt(Instant.ofEpochMilli(decidedAt));
        last.setDispute(Figures.choice("disputes").draw(draw));
        save(last, decidedAt + 5 * ForceCalendar.MINUTE);
    }

    private List<Spell> spells() {
        CaseFigures figures = file.figures();
        List<Spell> spells = new ArrayList<>();
        boolean returned;
        do {
            double atCps = draw.logNormal(figures.of("days_at_cps"), figures.of("days_at_cps_sigma"));
            double toDue = draw.uniform(figures.of("action_plan_days_from"), figures.of("action_plan_days_to"));
            boolean isLate = draw.chance(figures.share("resubmitted_late"));
            double late = isLate ? draw.exponential(figures.of("days_resubmitted_late")) : -draw.uniform(0, toDue / 2);
            spells.add(new Spell(atCps, toDue, late));
            returned = draw.chance(figures.share("returned"));
        } while (returned && spells.size() <= MOST_ACTION_PLANS);
        return spells;
    }

    private static double length(List<Spell> spells) {
        double days = 0;
        for (int i = 0; i < spells.size(); i++) {
            Spell spell = spells.get(i);
            boolean last = i == spells.size() - 1;
            days += last ? spell.atCps() : spell.atCps() + spell.toDue() + spell.late();
        }
        return days;
    }

    private CpsReferral submitted(int number, long submittedAt) {
        CpsReferral submission = Saved.begun(new CpsReferral());
        submission.setCrimeReference(simulated.reference());
        submission.setSubmissionId("submission-" + number);
        submission.setSubmittedAt(Instant.ofEpochMilli(submittedAt));
        save(submission, submittedAt + ForceCalendar.MINUTE);
        return submission;
    }

    /** To a prosecutor, some days after it was submitted; one that is answered sooner never was. */
    private void allocate(CpsReferral submission, long answeredAt, double scale) {
        double days = draw.exponential(file.figures().of("days_to_allocation")) * Math.min(1, scale);
        long allocatedAt = submission.getSubmittedAt().toEpochMilli() + ForceCalendar.days(days);
        if (allocatedAt + ForceCalendar.MINUTE < answeredAt) {
            submission.setAllocatedAt(Instant.ofEpochMilli(allocatedAt));
            save(submission, allocatedAt + ForceCalendar.MINUTE);
        }
    }

    private void save(CpsReferral submission, long changedAt) {
        Saved.next(simulated, submission, changedAt, draw.uuid());
    }
}
