package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.SeriesKey;

class OpenCasesPageTest {
    private static final LocalDate NEWEST = LocalDate.of(2026, 10, 22);

    /** A record of three years holds no case that is older: some of what was added in the last of them is age. */
    @Test
    void of_a_record_that_is_too_young_what_is_to_be_expected_is_a_condition() {
        Block.Sentence young = OpenCasesPage.forecast(growing(100), true).orElseThrow();
        assertThat(young.headline())
                .isEqualTo("If the last year’s growth goes on, part of which may be the record filling,"
                        + " 2,600 open cases are to be expected on 10 February 2027.");
        assertThat(young.text())
                .isEqualTo("Between 2,600 and 2,600 (95% interval); 2,300 were open on 18 November 2026."
                        + " In the latest 28 days 100 fewer were closed than came.");
    }

    @Test
    void of_an_old_record_or_of_fewer_open_cases_nothing_is_said_of_its_filling() {
        Block.Sentence old = OpenCasesPage.forecast(growing(100), false).orElseThrow();
        assertThat(old.headline()).isEqualTo("2,600 open cases are to be expected on 10 February 2027.");
        assertThat(old.text()).contains("It is the growth of the last year carried on; in the latest 28 days 100 ");
        assertThat(OpenCasesPage.forecast(growing(-10), true).orElseThrow().headline())
                .isEqualTo("840 open cases are to be expected on 10 February 2027.");
        assertThat(OpenCasesPage.forecast(new Backlog(List.of()), true)).isEmpty();
    }

    /** A thousand before a year in which each 28 days brought as much more. */
    private static Backlog growing(int more) {
        SeriesKey key = new SeriesKey("open_over_90d", "stock", "all", "");
        return new Backlog(IntStream.rangeClosed(1, 13)
                .mapToObj(i -> new Backlog.Flow(
                        Periods.charted(
                                key,
                                NEWEST.minusDays(28L * (13 - i)),
                                50,
                                12,
                                ChartedPeriod.Chart.P,
                                Optional.empty(),
                                0),
                        1_000 + i * more,
                        more,
                        900))
                .toList());
    }
}
