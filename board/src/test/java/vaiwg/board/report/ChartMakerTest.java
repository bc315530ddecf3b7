package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.SeriesKey;

class ChartMakerTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 6);

    /** What was said of an earlier period stays: it is dated by its place. */
    @ParameterizedTest
    @CsvSource({
        "ACT, ACT, true",
        "ACT, WATCH, true",
        "WATCH, ACT, true",
        "WATCH, NO_CHANGE, false",
        "ACT, IMPROVING, false",
        "ACT, NOT_CHARTED, false",
        "IMPROVING, IMPROVING, true",
        "IMPROVING, NO_CHANGE, false"
    })
    void the_newest_period_is_marked_where_the_figure_is_said_to_be_so_today(State mark, State today, boolean marked) {
        List<ChartedPeriod> periods =
                ChartMaker.markedAsSaid(List.of(period(FIRST, mark), period(FIRST.plusDays(28), mark)), today);

        assertThat(periods.get(0).state()).contains(mark);
        assertThat(periods.get(1).state()).isEqualTo(marked ? Optional.of(mark) : Optional.empty());
        assertThat(periods.get(1).firstDay()).isEqualTo(FIRST.plusDays(28));
        assertThat(periods.get(1).rule()).contains("outside");
    }

    private static ChartedPeriod period(LocalDate first, State mark) {
        SeriesKey key = new SeriesKey("victim_attrition", "settled_28d", "28d", "");
        return Periods.charted(key, first, 45, 20, ChartedPeriod.Chart.P, Optional.of(mark), 1);
    }
}
