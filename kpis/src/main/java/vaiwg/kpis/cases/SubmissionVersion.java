package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;

/** A submission of a case to the Crown Prosecution Service in one of its versions. Absent instants are {@link CrimeVersion#ABSENT}. */
public final class SubmissionVersion extends CaseStep {
    public long submittedAt;
    public long decidedAt = CrimeVersion.ABSENT;
    /** When it was returned to the police with an action plan. */
    public long returnedAt = CrimeVersion.ABSENT;

    public long resubmittedAt = CrimeVersion.ABSENT;

    @Override
    public VersionKind versionKind() {
        return VersionKind.SUBMISSION;
    }

    @Override
    void content(Fields fields) {
        withdrawn = fields.flag(withdrawn);
        monthOnly = fields.flag(monthOnly);
        submittedAt = fields.instant(submittedAt, changedAt);
        decidedAt = fields.instant(decidedAt, changedAt);
        returnedAt = fields.instant(returnedAt, changedAt);
        resubmittedAt = fields.instant(resubmittedAt, changedAt);
    }
}
