package vaiwg.kpis.cases;

/**
 * A step in the management of a stalking perpetrator, as the crime that it belongs to knows it. Each version number of a perpetrator
 * is a step of its own and stands.
 */
public final class ManagementVersion extends CaseStep {
    /** Ordinal of the step in the schema's list. */
    public byte kind;

    public long at;

    @Override
    long[] content() {
        return new long[] {number(withdrawn), number(monthOnly), kind, at};
    }
}
