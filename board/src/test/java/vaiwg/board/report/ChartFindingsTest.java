package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.SeriesKey;

class ChartFindingsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 6);
    private static final SeriesKey KEY = new SeriesKey("victim_attrition", "matured_90d", "28d", "theme=rape");

    /** Five orange marks under "the second period" read as a mistake in one of the two. */
    @Test
    void a_title_counts_the_periods_beyond_a_limit_among_those_that_are_marked() {
        assertThat(finding(30, -37, 36, -39, -41, -45))
                .isEqualTo("above the upper limit in the latest two of four marked periods");
        assertThat(finding(30, -37, -45)).isEqualTo("above the upper limit in the latest of two marked periods");
    }

    @Test
    void a_title_says_for_how_long_where_no_other_period_is_marked() {
        assertThat(finding(30, 37, -41, -45)).isEqualTo("above the upper limit for the second period running");
        assertThat(finding(30, 37, -45)).isEqualTo("above the upper limit");
    }

    /** A chart beside a matter was called "no change", since the matter rests on the daily alarm and not on its limits. */
    @ParameterizedTest
    @CsvSource({
        "ACT, the latest period lies within its limits",
        "WATCH, the latest period lies within its limits",
        "NO_CHANGE, no change",
        "IMPROVING, the latest period lies within its limits",
        "TOO_FEW, too few cases to judge it",
        "TOO_YOUNG, the record is too young to judge it",
        "NOT_CHARTED, not judged"
    })
    void a_title_says_no_change_where_that_is_said_of_the_figure_alone(State state, String finding) {
        assertThat(ChartFindings.of(List.of(period(FIRST, 30, Optional.empty(), 0)), state))
                .isEqualTo(finding);
    }

    @Test
    void a_rule_is_no_finding_where_no_change_is_said_of_the_figure() {
        assertThat(ChartFindings.of(List.of(period(FIRST, 45, Optional.empty(), 1)), State.NO_CHANGE))
                .isEqualTo("no change");
    }

    @Test
    void the_newest_periods_beyond_a_limit_are_those_on_the_side_of_the_newest() {
        assertThat(ChartFindings.newestBeyond(periods(41, 10, 42, 43)))
                .extracting(ChartedPeriod::numerator)
                .containsExactly(42, 43);
        assertThat(ChartFindings.newestBeyond(periods(41, 10)))
                .extracting(ChartedPeriod::numerator)
                .containsExactly(10);
        assertThat(ChartFindings.newestBeyond(periods(41, 30))).isEmpty();
        assertThat(ChartFindings.newestBeyond(List.of())).isEmpty();
    }

    /** Of periods with these shares in per cent, whose upper limit is 40; below 0 stands one at whose end it was said to be acted on. */
    private static String finding(int... shares) {
        return ChartFindings.of(periods(shares), State.ACT);
    }

    private static List<ChartedPeriod> periods(int... shares) {
        List<ChartedPeriod> periods = new ArrayList<>();
        for (int share : shares) {
            LocalDate first = FIRST.plusDays(28L * periods.size());
            Optional<State> state = share < 0 ? Optional.of(State.ACT) : Optional.empty();
            periods.add(period(first, Math.abs(share), state, 1));
        }
        return periods;
    }

    private static ChartedPeriod period(LocalDate first, int share, Optional<State> state, int side) {
        return Periods.charted(KEY, first, share, 12, ChartedPeriod.Chart.P, state, side);
    }
}
