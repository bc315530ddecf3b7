package vaiwg.jobs.options;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which rows are published.
 *
 * @param dailyFrom first day from which rows of all slices are kept daily
 * @param totalsDaily whether totals and themes are kept daily before that, or at month ends
 * @param historyEnd where a history ends, if known: once there, revised days are written although the wall clock is far
 * @param evenIfNotNewer whether definitions that differ from the newest publication's begin a new one although they are not newer
 */
public record PublicationOptions(
        LocalDate dailyFrom, boolean totalsDaily, Optional<Instant> historyEnd, boolean evenIfNotNewer) {
    /** How many days before it starts a run keeps rows of all slices daily from, if nobody says otherwise. */
    public static final int DAILY_DAYS = 28;
}
