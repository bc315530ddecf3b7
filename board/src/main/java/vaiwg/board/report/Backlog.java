package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What waits, and what of it is overdue, as counts.
 *
 * @param overdue the newest count; {@code waiting} of how many
 * @param periods the count at the end of each of the newest 28-day periods, oldest first
 * @param pending what is not in the data yet, such as the ages; empty where nothing is missing
 */
public record Backlog(
        String title,
        String subtitle,
        Figure overdue,
        List<Level> periods,
        Optional<String> pending,
        String alternative) {
    /** The level of a stock on a day. */
    public record Level(LocalDate day, int number) {}
}
