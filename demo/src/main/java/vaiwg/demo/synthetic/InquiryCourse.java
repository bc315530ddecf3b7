package vaiwg.demo.synthetic;

import java.time.Instant;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.DeviceExamination;

/** What the inquiry into a rape adds to the case: submissions to the CPS, and items examined at a digital kiosk. */
final class InquiryCourse {
    private final CaseFile file;
    private final InquiryRecords records;
    private final Draw draw;

    InquiryCourse(CaseFile file, SimulatedCase simulated, Draw draw) {
        this.file = file;
        this.records = new InquiryRecords(simulated, draw);
        this.draw = draw;
    }

    void add() {
        if (file.plan().group() != OffenceGroup.RAPE) {
            return;
        }
        if (draw.chance(ServiceFigures.ITEMS_A_RAPE)) {
            addItem(file.incident().recordedAt() + days(draw.exponential(3)));
        }
        if (file.suspectAt() != Long.MAX_VALUE && draw.chance(ServiceFigures.SUBMITTED)) {
            addSubmission(file.suspectAt() + days(5 + draw.exponential(60)));
        }
    }

    private void addItem(long receivedAt) {
        if (file.goneAt(receivedAt)) {
            return;
        }
        DeviceExamination item = records.item("item", receivedAt);
        records.save(item, receivedAt + ForceCalendar.MINUTE);
        long examinedAt = receivedAt + (long) (draw.uniform(1, 30) * ForceCalendar.HOUR);
        item.setExaminedAt(Instant.ofEpochMilli(examinedAt));
        records.save(item, examinedAt + ForceCalendar.MINUTE);
        long returnedAt = examinedAt + (long) (draw.exponential(20) * ForceCalendar.HOUR);
        item.setReturnedAt(Instant.ofEpochMilli(returnedAt));
        records.save(item, returnedAt + 2 * ForceCalendar.MINUTE);
    }

    /** Submitted before the outcome, which ends whatever is still open. */
    private void addSubmission(long submittedAt) {
        if (submittedAt >= file.assignedAt() || file.goneAt(submittedAt)) {
            return;
        }
        CpsReferral submission = records.submission("submission-1", submittedAt);
        records.save(submission, submittedAt + ForceCalendar.MINUTE);
        long answeredAt = Math.min(submittedAt + days(draw.logNormal(14, 0.6)), file.assignedAt());
        if (answeredAt == file.assignedAt() || !draw.chance(ServiceFigures.RETURNED)) {
            decide(submission, answeredAt);
            return;
        }
        long dueAt = answeredAt + days(draw.uniform(14, 42));
        submission.setReturnedAt(Instant.ofEpochMilli(answeredAt));
        submission.setActionPlanDueAt(Instant.ofEpochMilli(dueAt));
        records.save(submission, answeredAt + ForceCalendar.MINUTE);
        double late = draw.chance(ServiceFigures.RESUBMITTED_LATE) ? draw.exponential(15) : -draw.uniform(0, 12);
        long againAt = dueAt + days(late);
        if (againAt >= file.assignedAt()) {
            decide(submission, file.assignedAt());
            return;
        }
        submission.setResubmittedAt(Instant.ofEpochMilli(againAt));
        records.save(submission, againAt + ForceCalendar.MINUTE);
        CpsReferral again = records.submission("submission-2", againAt);
        records.save(again, againAt + 2 * ForceCalendar.MINUTE);
        decide(again, Math.min(againAt + days(draw.logNormal(14, 0.6)), file.assignedAt()));
    }

    private void decide(CpsReferral submission, long decidedAt) {
        submission.setDecidedAt(Instant.ofEpochMilli(decidedAt));
        records.save(submission, decidedAt + 5 * ForceCalendar.MINUTE);
    }

    private static long days(double days) {
        return (long) (days * ForceCalendar.DAY);
    }
}
