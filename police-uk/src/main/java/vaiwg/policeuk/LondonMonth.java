package vaiwg.policeuk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import vaiwg.kpis.time.LondonDays;

/** The instants at which a civil month begins and ends in London: midnight there, an hour earlier in UTC in summer. */
final class LondonMonth {
    private LondonMonth() {}

    static Instant begin(YearMonth month) {
        return LondonDays.startOf(month.atDay(1));
    }

    /** The first instant that is no longer in the month. */
    static Instant end(YearMonth month) {
        return begin(month.plusMonths(1));
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, LondonDays.ZONE);
    }

    static YearMonth of(Instant instant) {
        return YearMonth.from(day(instant));
    }

    /** Both included. */
    static List<YearMonth> between(YearMonth first, YearMonth last) {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }
}
