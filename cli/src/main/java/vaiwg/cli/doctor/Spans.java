package vaiwg.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Spans and instants, as exactly as one acts by them. */
final class Spans {
    private static final int MOST_MINUTES = 120;
    private static final int MOST_HOURS = 48;

    private Spans() {}

    static String words(Duration span) {
        if (span.toMinutes() < MOST_MINUTES) {
            return counted(span.toMinutes(), "minute");
        }
        return span.toHours() < MOST_HOURS ? counted(span.toHours(), "hour") : counted(span.toDays(), "day");
    }

    static String words(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
