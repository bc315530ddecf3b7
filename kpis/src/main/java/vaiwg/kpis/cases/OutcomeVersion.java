package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;

/** The outcome of a crime in one of its versions. No outcome (the case is open again) is a version without a type or group. */
public final class OutcomeVersion extends Version {
    public static final byte NO_GROUP = 0;
    public static final byte UNABLE_TO_PROSECUTE = 1;
    public static final byte CHARGED = 2;
    public static final byte OTHER_GROUP = 3;

    /** Home Office outcome type as packed text ({@link PackedCode}), 0 where none. */
    public long type;
    /** The group that an archive gives instead of a type. */
    public byte group;

    public boolean monthOnly;
    public long assignedAt = CrimeVersion.ABSENT;
    /** Whether the record says that the police decided; one that names nobody does not. */
    public boolean decidedByPolice;

    public boolean isAssigned() {
        return assignedAt != CrimeVersion.ABSENT && (group != NO_GROUP || type != 0);
    }

    /** Whether it is of a type ({@link PackedCode}). */
    public boolean is(long sought) {
        return type == sought;
    }

    @Override
    public VersionKind versionKind() {
        return VersionKind.OUTCOME;
    }

    @Override
    void content(Fields fields) {
        type = fields.number(type);
        group = fields.number(group);
        monthOnly = fields.flag(monthOnly);
        assignedAt = fields.instant(assignedAt, changedAt);
        decidedByPolice = fields.flag(decidedByPolice);
    }
}
