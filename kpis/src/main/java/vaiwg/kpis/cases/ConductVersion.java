package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;
import vaiwg.schemas.EventStream;

/** A complaint or conduct matter in one of its versions. Absent instants are {@link CrimeVersion#ABSENT}. */
public final class ConductVersion extends Version {
    private static final CountedField FLAGGED = CountedField.field(EventStream.CONDUCT, "flagged");

    /** Whether it is a complaint of the public, and not a conduct matter. */
    public boolean complaint;

    public boolean monthOnly;
    /** Whether the entry was taken back: it counts nowhere. */
    public boolean withdrawn;

    public long recordedAt;
    public long restrictionDecidedAt = CrimeVersion.ABSENT;
    public long finalisedAt = CrimeVersion.ABSENT;
    /** The {@link PersonCode} of the officer or member of staff. */
    public long person;

    /** Whether it is flagged as violence against women and girls. */
    public boolean isFlagged() {
        return FLAGGED.isSetIn(this);
    }

    @Override
    public VersionKind versionKind() {
        return VersionKind.CONDUCT;
    }

    @Override
    void content(Fields fields) {
        complaint = fields.flag(complaint);
        monthOnly = fields.flag(monthOnly);
        withdrawn = fields.flag(withdrawn);
        recordedAt = fields.instant(recordedAt, changedAt);
        restrictionDecidedAt = fields.instant(restrictionDecidedAt, changedAt);
        finalisedAt = fields.instant(finalisedAt, changedAt);
        person = fields.code(person);
    }
}
