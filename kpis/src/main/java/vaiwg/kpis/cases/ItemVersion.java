package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;

/** An item that was examined, or other property, in one of its versions. Absent instants are {@link CrimeVersion#ABSENT}. */
public final class ItemVersion extends CaseStep {
    public long receivedAt;
    public long examinedAt = CrimeVersion.ABSENT;
    public long returnedAt = CrimeVersion.ABSENT;

    @Override
    public VersionKind versionKind() {
        return VersionKind.ITEM;
    }

    @Override
    void content(Fields fields) {
        withdrawn = fields.flag(withdrawn);
        monthOnly = fields.flag(monthOnly);
        receivedAt = fields.instant(receivedAt, changedAt);
        examinedAt = fields.instant(examinedAt, changedAt);
        returnedAt = fields.instant(returnedAt, changedAt);
    }
}
