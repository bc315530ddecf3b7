package vaiwg.kpis.cases;

/** The stages at which a victim's support for a case ends, as records name them. */
public enum SupportStage {
    BEFORE_STATEMENT,
    AFTER_STATEMENT,
    AT_CPS,
    AFTER_CHARGE,
    /** One that the schema does not name: it is recorded, and none of the others. */
    OTHER;

    /** As a version keeps it; 0 is none. */
    public byte code() {
        return (byte) (ordinal() + 1);
    }
}
