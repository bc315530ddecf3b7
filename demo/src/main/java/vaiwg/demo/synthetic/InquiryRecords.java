package vaiwg.demo.synthetic;

import java.time.Instant;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.EventStream;

/** Submissions and items of one case as they stand in the force's system; each is saved with its whole current state. */
record InquiryRecords(SimulatedCase simulated, Draw draw) {
    /** A submission to the CPS of which nothing has come yet. */
    CpsReferral submission(String id, long submittedAt) {
        CpsReferral submission = Saved.begun(new CpsReferral());
        submission.setCrimeReference(simulated.reference());
        submission.setSubmissionId(id);
        submission.setSubmittedAt(Instant.ofEpochMilli(submittedAt));
        submission.setWithdrawn(false);
        return submission;
    }

    /** An item that was received. */
    DeviceExamination item(String id, long receivedAt) {
        DeviceExamination item = Saved.begun(new DeviceExamination());
        item.setCrimeReference(simulated.reference());
        item.setItemId(id);
        item.setReceivedAt(Instant.ofEpochMilli(receivedAt));
        item.setWithdrawn(false);
        return item;
    }

    void save(CpsReferral submission, long changedAt) {
        Saved.next(simulated, EventStream.CPS_REFERRAL, simulated.reference(), submission, changedAt, draw.uuid());
    }

    void save(DeviceExamination item, long changedAt) {
        Saved.next(simulated, EventStream.DEVICE_EXAMINATION, simulated.reference(), item, changedAt, draw.uuid());
    }
}
