package vaiwg.kpis.cases;

/**
 * A date of a record as its stream declares it ({@link VersionKind}), for example {@code heardAt}.
 *
 * @param path the field of the schema
 * @param follows the field of the date that it follows; null where it follows none
 * @param mayLieAhead whether it may lie after the change that told it, as the end of an order does; it is then never before what it follows
 */
public record DatedField(String path, String follows, boolean mayLieAhead) {
    /** What happened by the change that told it. */
    static DatedField happened(String path) {
        return new DatedField(path, null, false);
    }

    /** Likewise, and after another date; a day before it at most, as what is known by its day alone is dated at midnight. */
    static DatedField later(String path, String follows) {
        return new DatedField(path, follows, false);
    }

    static DatedField ahead(String path, String follows) {
        return new DatedField(path, follows, true);
    }
}
