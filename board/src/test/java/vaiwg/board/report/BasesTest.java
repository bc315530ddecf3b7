package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.figures.Reading;

class BasesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            recorded    | 28d  | Recorded 27 October 2026 to 23 November 2026
            settled_28d | 28d  | Recorded 29 September 2026 to 26 October 2026
            matured_28d | 28d  | Recorded 29 September 2026 to 26 October 2026
            assigned    | 28d  | With an outcome 27 October 2026 to 23 November 2026
            stock       | all  | At the start of 24 November 2026
            settled_6m  | 12m  | Recorded 24 May 2025 to 23 May 2026
            """)
    void the_cases_of_a_figure_are_told_in_dates(String basis, String window, String words) {
        assertThat(Bases.period(new Reading(basis, window), LocalDate.of(2026, 11, 24)))
                .isEqualTo(words);
    }

    @Test
    void where_there_is_little_room_they_are_told_in_fewer_letters() {
        assertThat(Bases.brief(new Reading("settled_90d", "28d"), LocalDate.of(2026, 11, 24)))
                .isEqualTo("Recorded 29 Jul to 25 Aug 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-01, in three years",
        "2023-11-20, in over three years",
        "2025-10-01, in 14 months",
        "2026-11-22, in nine days"
    })
    void records_say_how_long_they_are(LocalDate from, String words) {
        assertThat(Bases.lasting(from, LocalDate.of(2026, 12, 1))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"settled_90d, within 90 days", "matured_6m, within 6 months", "recorded, ''", "stock, ''"})
    void a_horizon_is_told_in_days_or_months(String basis, String words) {
        assertThat(Bases.within(basis)).isEqualTo(words);
    }
}
