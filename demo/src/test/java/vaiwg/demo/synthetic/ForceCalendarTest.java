package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForceCalendarTest {
    private final ForceCalendar calendar = new ForceCalendar(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));

    @Test
    void days_begin_at_london_midnight_and_have23_and25_hours_when_the_clocks_change() {
        int spring = LocalDate.of(2025, 3, 30).getDayOfYear() - 1;
        int autumn = LocalDate.of(2025, 10, 26).getDayOfYear() - 1;
        assertThat(calendar.midnight(spring + 1) - calendar.midnight(spring)).isEqualTo(23 * ForceCalendar.HOUR);
        assertThat(calendar.midnight(autumn + 1) - calendar.midnight(autumn)).isEqualTo(25 * ForceCalendar.HOUR);
        assertThat(calendar.hourOf(spring, 23.5)).isLessThan(calendar.midnight(spring + 1));
    }

    @Test
    void every_instant_lies_in_the_day_between_two_midnights() {
        for (int day = -300; day < calendar.days() + 300; day++) {
            assertThat(calendar.dayOf(calendar.midnight(day))).isEqualTo(day);
            assertThat(calendar.dayOf(calendar.midnight(day + 1) - 1)).isEqualTo(day);
        }
    }

    @Test
    void bank_holidays_are_free() {
        assertThat(calendar.nonWorking(LocalDate.of(2025, 4, 18).getDayOfYear() - 1))
                .isTrue();
        assertThat(calendar.nonWorking(LocalDate.of(2025, 4, 17).getDayOfYear() - 1))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2025-04-18, 2025-04-19",
        "2025-04-19, 2025-04-19",
        "2025-04-20, 2025-04-22",
        "2025-04-21, 2025-04-22",
        "2025-03-30, 2025-03-31",
        "2025-04-23, 2025-04-23"
    })
    void courts_sit_on_no_sunday_and_no_bank_holiday(LocalDate asked, LocalDate sitting) {
        int day = asked.getDayOfYear() - 1;
        assertThat(calendar.whenCourtsSit(calendar.midnight(day) + 10 * ForceCalendar.HOUR))
                .isEqualTo(calendar.midnight(sitting.getDayOfYear() - 1) + 10 * ForceCalendar.HOUR);
    }

    @Test
    void closing_mostly_waits_for_a_working_day_and_never_comes_before_the_beginning() {
        Draw draw = Draw.at(5);
        int free = 0;
        int count = 7_000;
        for (int i = 0; i < count; i++) {
            long from = calendar.midnight(i % 300) + 10 * ForceCalendar.HOUR;
            long closed = calendar.closingTime(from, draw.uniform(0, 30), draw);
            assertThat(closed).isGreaterThan(from);
            free += calendar.nonWorking(calendar.dayOf(closed)) ? 1 : 0;
        }
        assertThat((double) free / count).isBetween(0.10, 0.20);
    }

    @Test
    void what_would_close_beyond_the_calendar_stays_open() {
        assertThat(calendar.closingTime(calendar.midnight(0), 1e7, Draw.at(5))).isEqualTo(Long.MAX_VALUE);
    }
}
