package vaiwg.jobs.decode;

import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.schemas.EventStream;

/** A submission to the CPS in one of its versions. */
final class SubmissionProjection extends Projection {
    private final int submissionId = column("submissionId");
    private final int submittedAt = column("submittedAt");
    private final int withdrawn = column("withdrawn");
    private final int decidedAt = column("decidedAt");
    private final int returnedAt = column("returnedAt");
    private final int resubmittedAt = column("resubmittedAt");

    SubmissionProjection() {
        super(EventStream.CPS_REFERRAL);
    }

    @Override
    void project(DecodedRecord record) throws Rejection {
        SubmissionVersion submission = step(new SubmissionVersion(), submissionId, withdrawn);
        submission.submittedAt = happened(submittedAt);
        submission.decidedAt = later(decidedAt, submission.submittedAt);
        submission.returnedAt = later(returnedAt, submission.submittedAt);
        submission.resubmittedAt = later(resubmittedAt, submission.returnedAt);
        record.version = submission;
    }
}
