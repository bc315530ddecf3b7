package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.time.LondonDays;

class WindowTest {
    @ParameterizedTest
    @ValueSource(strings = {"28d", "365d", "1m", "12m", "fytd", "all"})
    void a_window_is_that_of_its_label(String slug) {
        assertThat(Window.of(slug).slug()).isEqualTo(slug);
    }

    @Test
    void whole_months_are_of_the_calendar() {
        assertThat(Window.of("1m").isCalendar()).isTrue();
        assertThat(Window.of("fytd").isCalendar()).isTrue();
        assertThat(Window.of("28d").isCalendar()).isFalse();
        assertThat(Window.STANDING.isCalendar()).isFalse();
    }

    /** At the beginning of April a financial year is whole, and at that of May the next has one month. */
    @ParameterizedTest(name = "{0} through the month before {1} begins with {2}")
    @CsvSource({
        "fytd, 2026-04-01, 2025-04-01",
        "fytd, 2026-05-01, 2026-04-01",
        "fytd, 2026-01-01, 2025-04-01",
        "fytd, 2026-02-01, 2025-04-01",
        "1m, 2026-01-01, 2025-12-01",
        "12m, 2026-04-01, 2025-04-01"
    })
    void a_window_of_months_begins_with_the_first_day_of_one(String slug, LocalDate next, LocalDate first) {
        int month = Window.of(slug).firstMonth(LondonDays.monthOf((int) next.toEpochDay()));
        assertThat(LocalDate.ofEpochDay(LondonDays.startOfMonth(month))).isEqualTo(first);
    }
}
