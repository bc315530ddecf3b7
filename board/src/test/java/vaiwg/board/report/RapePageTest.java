package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.SeriesKey;
import vaiwg.statistics.signals.alarm.AlarmSignals;

class RapePageTest {
    private static final SeriesKey CHART = new SeriesKey("victim_attrition", "matured_90d", "28d", "theme=rape");
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 26);

    /** "Changed since 20 July" on page 2 and periods from May on page 3 read as a mistake in one of them. */
    @Test
    void beside_the_cases_beyond_a_limit_are_the_outcomes_that_gave_the_warning_and_what_is_estimated_since() {
        List<EstimatePoint> estimates =
                List.of(estimate(FIRST.plusDays(56), 0.489), estimate(FIRST.plusDays(84), 0.387));
        assertThat(RapePage.beyond(periods(45, 45), Optional.of(warning()), estimates, Periods.AS_AT))
                .isEqualTo("Cases recorded 26 Jun to 20 Aug are above the upper limit; outcomes of 20 Jul to 3 Aug"
                        + " gave the warning. Estimates, provisional: 48.9% from outcomes of 21 Aug to 17 Sep, 38.7% from"
                        + " outcomes of 18 Sep to 15 Oct.");
        assertThat(RapePage.beyond(periods(10), Optional.empty(), List.of(), Periods.AS_AT))
                .isEqualTo("Cases recorded 26 Jun to 23 Jul are below the lower limit.");
    }

    @Test
    void nothing_is_said_of_limits_where_the_newest_cases_are_within_them() {
        assertThat(RapePage.beyond(List.of(), Optional.of(warning()), List.of(estimate(FIRST, 0.489)), Periods.AS_AT))
                .isEmpty();
    }

    /** Women and girls are those who are recorded as such: how many may be missing is said beside them, and how many are young children. */
    @Test
    void it_is_said_of_how_many_neither_sex_nor_age_is_recorded_and_how_many_are_young_children() {
        assertThat(RapePage.who(4_043, Optional.of(471), Optional.of(564), Optional.of(674)))
                .isEqualTo(
                        " Sex not recorded: 471 (11.6%); age not recorded: 564 (14.0%); aged under 13: 674 (16.7%).");
    }

    @Test
    void what_is_hidden_is_not_said() {
        assertThat(RapePage.who(400, Optional.empty(), Optional.of(100), Optional.empty()))
                .isEqualTo(" Age not recorded: 100 (25.0%).");
        assertThat(RapePage.who(400, Optional.empty(), Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    private static List<ChartedPeriod> periods(int... shares) {
        return IntStream.range(0, shares.length)
                .mapToObj(i -> Periods.charted(
                        CHART, FIRST.plusDays(28L * i), shares[i], 12, ChartedPeriod.Chart.P, Optional.empty(), 1))
                .toList();
    }

    private static EstimatePoint estimate(LocalDate first, double value) {
        return new EstimatePoint(first, first.plusDays(27), value, value - 0.05, value + 0.05);
    }

    private static PublishedMatter warning() {
        return SampleMatter.of(
                new SeriesKey(CHART.kpi(), AlarmSignals.BASIS, AlarmSignals.WINDOW, CHART.slice()),
                "Rape: more cases end without the victim's support (OC16)",
                "act",
                LocalDate.of(2026, 7, 20),
                LocalDate.of(2026, 8, 3));
    }
}
