package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;

/** A safeguarding case in one of its versions. Absent instants are {@link CrimeVersion#ABSENT}. */
public final class SafeguardingVersion extends Version {
    /** Ordinal of the kind in the schema's list. */
    public byte kind;

    public boolean monthOnly;
    /** Whether the entry was taken back: it counts nowhere. */
    public boolean withdrawn;

    public long referredAt;
    public long heardAt = CrimeVersion.ABSENT;

    @Override
    public VersionKind versionKind() {
        return VersionKind.SAFEGUARDING;
    }

    @Override
    void content(Fields fields) {
        kind = fields.number(kind);
        monthOnly = fields.flag(monthOnly);
        withdrawn = fields.flag(withdrawn);
        referredAt = fields.instant(referredAt, changedAt);
        heardAt = fields.instant(heardAt, changedAt);
    }
}
