package vaiwg.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            recorded    | 28d  | recorded 27 October 2026 to 23 November 2026
            to_date     | 28d  | recorded 27 October 2026 to 23 November 2026, with the outcomes known by then
            settled_28d | 28d  | recorded 29 September 2026 to 26 October 2026, within 28 days of recording
            matured_28d | 28d  | recorded 29 September 2026 to 26 October 2026, as known 28 days after recording
            assigned    | 28d  | outcomes assigned 27 October 2026 to 23 November 2026
            stock       | all  | as it stood at the start of 24 November 2026
            recorded    | 1m   | recorded in October 2026
            settled_0m  | 3m   | recorded August 2026 to October 2026, within the month of recording
            settled_6m  | 12m  | recorded May 2025 to April 2026, within 6 months of recording
            other       | wave | basis other, window wave
            """)
    void a_basis_and_a_window_are_told_in_dates(String basis, String window, String words) {
        assertThat(Period.inWords(new View(basis, window), LocalDate.of(2026, 11, 24)))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "recorded, 28d, 2026-10-27",
        "settled_28d, 28d, 2026-09-29",
        "settled_6m, 12m, 2025-05-24",
        "stock, all,"
    })
    void a_window_begins_its_length_and_its_horizon_before_the_as_at(String basis, String window, LocalDate start) {
        assertThat(Period.start(new View(basis, window), LocalDate.of(2026, 11, 24)))
                .isEqualTo(Optional.ofNullable(start));
    }

    @Test
    void a_slice_keeps_its_keys_in_order() {
        assertThat(ThemeRow.RAPE.with("characteristic", "sex")).isEqualTo("characteristic=sex;theme=rape");
        assertThat(ThemeRow.RAPE.with("victim", "x")).isEqualTo("theme=rape;victim=x");
        assertThat(ThemeRow.TOTAL.with("characteristic", "sex")).isEqualTo("characteristic=sex");
    }
}
