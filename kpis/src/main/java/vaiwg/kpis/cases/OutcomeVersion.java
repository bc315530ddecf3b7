package vaiwg.kpis.cases;

import java.util.Set;
import vaiwg.kpis.fields.Fields;

/** The outcome of a crime in one of its versions. No outcome (the case is open again) is a version without a type or group. */
public final class OutcomeVersion extends Version {
    public static final byte NO_GROUP = 0;
    public static final byte UNABLE_TO_PROSECUTE = 1;
    public static final byte CHARGED = 2;
    public static final byte OTHER_GROUP = 3;

    private static final long CHARGED_TYPE = PackedCode.pack("1");
    private static final long CHARGED_ALTERNATE = PackedCode.pack("1A");

    /** Home Office outcome type as packed text ({@link PackedCode}), 0 where none. */
    public long type;
    /** The group that an archive gives instead of a type. */
    public byte group;

    public boolean monthOnly;
    public long assignedAt = CrimeVersion.ABSENT;
    public boolean decidedByCps;

    /**
     * Whether the case has an outcome. One without its date counts as none, and so does a type outside the framework: both are refused
     * on arrival, but state that earlier builds wrote may hold such types.
     */
    public boolean isAssigned() {
        return assignedAt != CrimeVersion.ABSENT && (group != NO_GROUP || OutcomeTypes.contains(type));
    }

    /** Whether it is of a type ({@link PackedCode}). */
    public boolean is(long sought) {
        return type == sought;
    }

    /** Whether it is one of some types ({@link PackedCode}). */
    public boolean isOneOf(Set<Long> sought) {
        return sought.contains(type);
    }

    /** Outcome 1 with its alternate-offence part 1A, or an archive's group for what follows a charge. */
    public boolean isCharged() {
        return type == CHARGED_TYPE || type == CHARGED_ALTERNATE || group == CHARGED;
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
        decidedByCps = fields.flag(decidedByCps);
    }
}
