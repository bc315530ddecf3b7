package vaiwg.board.figures;

/** How a measure is read: by which basis, over which window. */
public record Reading(String basis, String window) {
    public SeriesKey of(String kpi, String slice) {
        return new SeriesKey(kpi, basis, window, slice);
    }
}
