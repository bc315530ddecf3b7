package vaiwg.cli.policeuk;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** The instants at which a civil month begins and ends in London: midnight there, an hour earlier in UTC in summer. */
final class LondonMonth {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private LondonMonth() {}

    static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(LONDON).toInstant();
    }

    /** The first instant that is no longer in the month. */
    static Instant end(YearMonth month) {
        return begin(month.plusMonths(1));
    }
}
