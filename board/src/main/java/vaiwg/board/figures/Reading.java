package vaiwg.board.figures;

/** How a measure is read: by which basis, over which window. */
public record Reading(String basis, String window) {
    /** Of the two with a blank between them. */
    public static Reading of(String text) {
        String[] parts = text.split(" ", 2);
        return new Reading(parts[0], parts[1]);
    }

    public SeriesKey of(String kpi, String slice) {
        return new SeriesKey(kpi, basis, window, slice);
    }
}
