package vaiwg.board.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One signal with the texts that were published of it.
 *
 * @param title the measure's
 * @param area the slug of the measure's priority area
 * @param owner the post that owns the measure
 * @param asked when that was asked, where it is no matter's
 * @param entries oldest first, at least one
 */
public record SignalRecord(
        String force,
        String id,
        String title,
        String area,
        String owner,
        String slice,
        LocalDate asked,
        List<Entry> entries) {
    /**
     * Something that was published of it at a midnight.
     *
     * @param state {@code watch}, {@code act} or {@code data_quality}
     * @param change {@code raised}, {@code confirmed}, {@code turned}, {@code acknowledged}, {@code ended} or {@code withdrawn}
     * @param text two sentences
     */
    public record Entry(LocalDate asAt, String state, String change, String text) {}

    public LocalDate raisedOn() {
        return entries.get(0).asAt();
    }

    /** For how many days nobody had answered at a midnight. */
    public int openDays(LocalDate until) {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(asked, until)));
    }

    public Entry newest() {
        return entries.get(entries.size() - 1);
    }
}
