package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.SeriesKey;

class ChartFindingsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 6);

    /** Five orange marks under "the second period" read as a mistake in one of the two. */
    @Test
    void a_title_counts_the_periods_beyond_a_limit_among_those_that_are_marked() {
        assertThat(finding(30, -37, 36, -39, -41, -45))
                .isEqualTo("above the upper limit in the newest two of four marked periods");
        assertThat(finding(30, -37, -45)).isEqualTo("above the upper limit in the newest of two marked periods");
    }

    @Test
    void a_title_says_for_how_long_where_no_other_period_is_marked() {
        assertThat(finding(30, 37, -41, -45)).isEqualTo("above the upper limit for the second period running");
        assertThat(finding(30, 37, -45)).isEqualTo("above the upper limit");
    }

    /** Of periods with these shares in per cent, whose upper limit is 40; below 0 stands one at whose end it was said to be acted on. */
    private static String finding(int... shares) {
        SeriesKey key = new SeriesKey("victim_attrition", "matured_90d", "28d", "theme=rape");
        List<ChartedPeriod> periods = new ArrayList<>();
        for (int share : shares) {
            LocalDate first = FIRST.plusDays(28L * periods.size());
            Optional<State> state = share < 0 ? Optional.of(State.ACT) : Optional.empty();
            periods.add(Periods.charted(key, first, Math.abs(share), 12, ChartedPeriod.Chart.P, state, 1));
        }
        return ChartFindings.of(periods, State.ACT);
    }
}
