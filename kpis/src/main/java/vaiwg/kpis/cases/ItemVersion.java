package vaiwg.kpis.cases;

/** An item at a digital kiosk in one of its versions. Absent instants are {@link CrimeVersion#ABSENT}. */
public final class ItemVersion extends CaseStep {
    public long receivedAt;
    public long examinedAt = CrimeVersion.ABSENT;
    public long returnedAt = CrimeVersion.ABSENT;

    @Override
    long[] content() {
        return new long[] {number(withdrawn), number(monthOnly), receivedAt, examinedAt, returnedAt};
    }
}
