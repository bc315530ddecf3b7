package vaiwg.policeuk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** The instants at which a civil month begins and ends in London: midnight there, an hour earlier in UTC in summer. */
final class LondonMonth {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private LondonMonth() {}

    static Instant begin(YearMonth month) {
        return midnight(month.atDay(1));
    }

    /** The first instant that is no longer in the month. */
    static Instant end(YearMonth month) {
        return begin(month.plusMonths(1));
    }

    /** The midnight that begins a day. */
    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, LONDON);
    }

    /** The month that holds an instant. */
    static YearMonth of(Instant instant) {
        return YearMonth.from(day(instant));
    }
}
