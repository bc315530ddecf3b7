package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                        + " In the latest 28 days 100 fewer left the list than came.");
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

    /** The year's average was carried on above a table whose newest lines showed that it had stopped. */
    @Test
    void where_the_latest_weeks_went_another_way_that_is_said_first_and_what_comes_of_it_last() {
        Block.Sentence slower = OpenCasesPage.forecast(growing(100, 10), true).orElseThrow();
        assertThat(slower.headline())
                .isEqualTo("Growth slows: +30 open cases in the latest 12 weeks,"
                        + " +240 in an average 12 weeks of the last year.");
        assertThat(slower.text())
                .isEqualTo("If the last year’s growth goes on, part of which may be the record filling,"
                        + " 2,270 open cases are to be expected on 10 February 2027."
                        + " Between 2,120 and 2,420 (95% interval); 2,030 were open on 18 November 2026."
                        + " In the latest 28 days 10 fewer left the list than came."
                        + " If the latest 12 weeks go on instead: 2,060.");
        assertThat(OpenCasesPage.forecast(growing(100, 10), false).orElseThrow().text())
                .startsWith("If the last year’s course goes on, 2,270 open cases ");
    }

    @ParameterizedTest
    @CsvSource({
        "30, 240, Growth slows: +30 open cases",
        "300, 240, Growth quickens: +300 open cases",
        "-30, -240, The fall slows: −30 open cases",
        "-300, -240, The fall quickens: −300 open cases",
        "30, -240, Open cases grow: +30 open cases",
        "-30, 240, Open cases fall: −30 open cases",
        "0, 240, Open cases neither grow nor fall: 0 open cases"
    })
    void the_latest_weeks_are_called_by_what_they_are_beside_the_years(int latest, double usual, String words) {
        assertThat(new Backlog.Pace(latest, usual, 1_000).inWords()).startsWith(words + " in the latest 12 weeks, ");
    }

    @Test
    void one_period_on_the_other_side_of_the_average_is_no_other_pace() {
        assertThat(growing(100, 10).otherPace()).isPresent();
        assertThat(growing(10, 100).otherPace()).isPresent();
        List<Backlog.Flow> flows = new ArrayList<>(growing(100, 10).flows());
        Backlog.Flow newest = flows.get(12);
        flows.set(12, new Backlog.Flow(newest.end(), newest.open(), 100, newest.arrived()));
        assertThat(new Backlog(flows).otherPace()).isEmpty();
        assertThat(new Backlog(List.of()).otherPace()).isEmpty();
    }

    /** A thousand before a year in which each 28 days brought as much more. */
    private static Backlog growing(int more) {
        return growing(more, more);
    }

    /** The same with another growth in the latest three. */
    private static Backlog growing(int more, int latest) {
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
                        1_000 + Math.min(i, 10) * more + Math.max(0, i - 10) * latest,
                        i > 10 ? latest : more,
                        900))
                .toList());
    }
}
