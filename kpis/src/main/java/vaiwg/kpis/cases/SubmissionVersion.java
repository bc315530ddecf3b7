package vaiwg.kpis.cases;

/** A submission of a case to the Crown Prosecution Service in one of its versions. Absent instants are {@link CrimeVersion#ABSENT}. */
public final class SubmissionVersion extends CaseStep {
    public long submittedAt;
    public long decidedAt = CrimeVersion.ABSENT;
    /** When it was returned to the police with an action plan. */
    public long returnedAt = CrimeVersion.ABSENT;
    /** By when the police are to submit again; may lie ahead. */
    public long actionPlanDueAt = CrimeVersion.ABSENT;

    public long resubmittedAt = CrimeVersion.ABSENT;

    @Override
    long[] content() {
        return new long[] {
            number(withdrawn), number(monthOnly), submittedAt, decidedAt, returnedAt, actionPlanDueAt, resubmittedAt
        };
    }
}
