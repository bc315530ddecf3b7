package vaiwg.board.figures;

/**
 * A line of published values.
 *
 * @param window as it is published, such as {@code 365d}, {@code 12m} or {@code all}
 * @param slice such as {@code theme=rape}; empty for the total
 */
public record SeriesKey(String kpi, String basis, String window, String slice) {
    /** The same measure, read in the same way, of other cases. */
    public SeriesKey withSlice(String other) {
        return new SeriesKey(kpi, basis, window, other);
    }
}
