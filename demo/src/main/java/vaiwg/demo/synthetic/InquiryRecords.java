package vaiwg.demo.synthetic;

import java.time.Instant;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;

/** Submissions and items of one case as they stand in the force's system; each is saved with its whole current state. */
record InquiryRecords(SimulatedCase simulated, Draw draw) {
    /** A submission to the CPS of which nothing has come yet. */
    CpsReferral submission(String id, long submittedAt) {
        CpsReferral submission = new CpsReferral();
        submission.setCrimeReference(simulated.reference());
        submission.setForce(WestMidlandsFigures.FORCE);
        submission.setSource(Source.SYNTHETIC);
        submission.setDateResolution(DateResolution.DAY);
        submission.setSubmissionId(id);
        submission.setSubmittedAt(Instant.ofEpochMilli(submittedAt));
        submission.setWithdrawn(false);
        return submission;
    }

    /** An item that was received. */
    DeviceExamination item(String id, long receivedAt) {
        DeviceExamination item = new DeviceExamination();
        item.setCrimeReference(simulated.reference());
        item.setForce(WestMidlandsFigures.FORCE);
        item.setSource(Source.SYNTHETIC);
        item.setDateResolution(DateResolution.DAY);
        item.setItemId(id);
        item.setReceivedAt(Instant.ofEpochMilli(receivedAt));
        item.setWithdrawn(false);
        return item;
    }

    void save(CpsReferral submission, long changedAt) {
        submission.setVersion(submission.getVersion() + 1);
        submission.setEventId(draw.uuid());
        submission.setChangedAt(Instant.ofEpochMilli(changedAt));
        CpsReferral version = Saved.copyOf(submission);
        simulated.add(EventStream.CPS_REFERRAL, simulated.reference(), changedAt, version);
    }

    void save(DeviceExamination item, long changedAt) {
        item.setVersion(item.getVersion() + 1);
        item.setEventId(draw.uuid());
        item.setChangedAt(Instant.ofEpochMilli(changedAt));
        DeviceExamination version = Saved.copyOf(item);
        simulated.add(EventStream.DEVICE_EXAMINATION, simulated.reference(), changedAt, version);
    }
}
