package vaiwg.kpis.cases;

/** A protective order in one of its versions. Absent instants are {@link CrimeVersion#ABSENT}. */
public final class OrderVersion extends Version {
    /** Ordinal of the kind in the schema's list. */
    public byte kind;

    public boolean monthOnly;
    /** Whether the entry was taken back: it counts nowhere. */
    public boolean withdrawn;
    /** When the notice that the order follows was given to the person. */
    public long noticeAt = CrimeVersion.ABSENT;

    public long heardAt = CrimeVersion.ABSENT;
    public long grantedAt = CrimeVersion.ABSENT;
    /** When it ends; may lie ahead. */
    public long endsAt = CrimeVersion.ABSENT;

    @Override
    long[] content() {
        return new long[] {kind, number(monthOnly), number(withdrawn), noticeAt, heardAt, grantedAt, endsAt};
    }
}
