package vaiwg.kpis.cases;

/** A safeguarding case in one of its versions. Absent instants are {@link CrimeVersion#ABSENT}. */
public final class SafeguardingVersion extends Version {
    /** Ordinal of the kind in the schema's list. */
    public byte kind;

    public boolean monthOnly;
    /** Whether the entry was taken back: it counts nowhere. */
    public boolean withdrawn;

    public boolean highRisk;
    /** Whether it is known if the same victim's case was heard in the twelve months before. */
    public boolean repeatKnown;

    public boolean repeat;
    public long referredAt;
    public long heardAt = CrimeVersion.ABSENT;

    @Override
    long[] content() {
        return new long[] {
            kind,
            number(monthOnly),
            number(withdrawn),
            number(highRisk),
            referredAt,
            heardAt,
            number(repeatKnown),
            number(repeat)
        };
    }
}
