package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;

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
    public VersionKind versionKind() {
        return VersionKind.ORDER;
    }

    @Override
    void content(Fields fields) {
        kind = fields.number(kind);
        monthOnly = fields.flag(monthOnly);
        withdrawn = fields.flag(withdrawn);
        noticeAt = fields.instant(noticeAt, changedAt);
        heardAt = fields.instant(heardAt, changedAt);
        grantedAt = fields.instant(grantedAt, changedAt);
        endsAt = fields.instant(endsAt, changedAt);
    }
}
