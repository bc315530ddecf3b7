package vaiwg.kpis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.kpis.Seed;

class LondonDaysTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 24",
        "2026-03-29, 23",
        "2026-10-25, 25",
        "2026-12-25, 24",
        "1968-02-18, 23",
        "1968-10-27, 24",
        "1971-10-31, 25"
    })
    void a_day_has_the_hours_that_the_clocks_give_it(LocalDate date, int hours) {
        int day = day(date);
        assertThat(Duration.ofMillis(LondonDays.startOf(day + 1) - LondonDays.startOf(day)))
                .isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void a_midnight_belongs_to_the_day_that_it_begins() {
        for (LocalDate date = LocalDate.of(1900, 1, 1); date.getYear() < 2200; date = date.plusDays(1)) {
            int day = day(date);
            long midnight = LondonDays.startOf(day);
            assertThat(LondonDays.dayOf(midnight)).isEqualTo(day);
            assertThat(LondonDays.dayOf(midnight - 1)).isEqualTo(day - 1);
            assertThat(LondonDays.cutOffFor(midnight)).isEqualTo(day);
            assertThat(LondonDays.cutOffFor(midnight + 1)).isEqualTo(day + 1);
            assertThat(LondonDays.cutOffFor(midnight - 1)).isEqualTo(day);
        }
    }

    @Test
    void the_hour_that_is_twice_there_belongs_to_one_day() {
        Instant first = LocalDateTime.of(2026, 10, 25, 1, 30).atZone(LONDON).toInstant();
        assertThat(LondonDays.dayOf(first.toEpochMilli())).isEqualTo(day(LocalDate.of(2026, 10, 25)));
        assertThat(LondonDays.dayOf(first.plus(Duration.ofHours(1)).toEpochMilli()))
                .isEqualTo(day(LocalDate.of(2026, 10, 25)));
    }

    @Test
    void a_summer_midnight_is_an_hour_before_that_of_greenwich() {
        assertThat(LondonDays.startOf(LocalDate.of(2026, 7, 1))).isEqualTo(Instant.parse("2026-06-30T23:00:00Z"));
        assertThat(LondonDays.startOf(LocalDate.of(2026, 1, 1))).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void days_months_and_years_are_those_of_the_platforms_calendar() {
        Random random = Seed.random("London days");
        long from = Instant.parse("1890-01-01T00:00:00Z").toEpochMilli();
        long to = Instant.parse("2210-01-01T00:00:00Z").toEpochMilli();
        for (int i = 0; i < 200_000; i++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong(from, to));
            LocalDate date = LocalDate.ofInstant(instant, LONDON);
            int day = LondonDays.dayOf(instant.toEpochMilli());
            assertThat(day).as("%s", instant).isEqualTo(day(date));
            assertThat(LondonDays.startOf(day))
                    .isEqualTo(date.atStartOfDay(LONDON).toInstant().toEpochMilli());
            assertThat(LondonDays.yearOf(instant.toEpochMilli())).isEqualTo(date.getYear());
            assertThat(LondonDays.firstOfMonth(day)).isEqualTo(day(date.withDayOfMonth(1)));
            assertThat(LondonDays.isFirstOfMonth(day)).isEqualTo(date.getDayOfMonth() == 1);
            assertThat(LondonDays.startOfMonth(LondonDays.monthOf(day))).isEqualTo(day(date.withDayOfMonth(1)));
        }
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
