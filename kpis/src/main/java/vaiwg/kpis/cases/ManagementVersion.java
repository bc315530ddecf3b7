package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;

/**
 * A step in the management of a stalking perpetrator, as the crime that it belongs to knows it. Each version number of a perpetrator
 * is a step of its own and stands.
 */
public final class ManagementVersion extends CaseStep {
    /** Ordinal of the step in the schema's list. */
    public byte kind;

    public long at;

    @Override
    public VersionKind versionKind() {
        return VersionKind.MANAGEMENT;
    }

    @Override
    void content(Fields fields) {
        withdrawn = fields.flag(withdrawn);
        monthOnly = fields.flag(monthOnly);
        kind = fields.number(kind);
        at = fields.instant(at, changedAt);
    }
}
