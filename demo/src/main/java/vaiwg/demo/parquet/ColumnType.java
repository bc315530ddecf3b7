package vaiwg.demo.parquet;

/** What a column holds, and how the format calls it. */
public enum ColumnType {
    BOOLEAN(0, ColumnType.AS_IT_IS),
    /** An {@link Integer}. */
    INTEGER(1, ColumnType.AS_IT_IS),
    LONG(2, ColumnType.AS_IT_IS),
    DOUBLE(5, ColumnType.AS_IT_IS),
    /** A {@link String}. */
    TEXT(6, 0),
    /** The number of a day, as an {@link Integer}: 0 is the first of 1970. */
    DATE(1, 6);

    static final int AS_IT_IS = -1;

    private final int physical;
    private final int converted;

    ColumnType(int physical, int converted) {
        this.physical = physical;
        this.converted = converted;
    }

    /** The number of its {@code Type}. */
    int physical() {
        return physical;
    }

    /** The number of its {@code ConvertedType}, or {@link #AS_IT_IS}. */
    int converted() {
        return converted;
    }
}
