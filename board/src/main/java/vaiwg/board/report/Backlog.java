package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What waits, and what of it is overdue, as counts.
 *
 * @param overdue the newest count; {@code waiting} of how many
 * @param periods the count at the end of each of the newest 28-day periods, oldest first
 * @param mean the same over days before the newest midnight, which can be a good one; empty where it is not published
 * @param beside what the count is read beside, such as its baseline, or empty
 */
public record Backlog(
        String title,
        String subtitle,
        Figure overdue,
        List<Level> periods,
        Optional<Figure> mean,
        String beside,
        String alternative) {
    /** The level of a stock on a day. */
    public record Level(LocalDate day, int number) {}
}
