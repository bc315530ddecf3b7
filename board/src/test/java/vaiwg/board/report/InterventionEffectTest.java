package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.SeriesKey;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.statistics.intervals.InterruptedSeries;
import vaiwg.statistics.signals.charts.RebaseRegister;

class InterventionEffectTest {
    private static final int PERIODS = 40;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    private static final int DONE = 28;

    /** Of a hundred cases each. */
    private static List<ChartedPeriod> periods(String basis, IntUnaryOperator numerator) {
        SeriesKey key = new SeriesKey("decision_told", basis, "28d", "theme=rape");
        return IntStream.range(0, PERIODS)
                .mapToObj(i -> Periods.charted(
                        key, first(i), numerator.applyAsInt(i), 12, ChartedPeriod.Chart.P, Optional.empty(), 0))
                .toList();
    }

    private static LocalDate first(int period) {
        return FIRST.plusDays(28L * period);
    }

    private static RebaseRegister.Entry event(int period) {
        return new RebaseRegister.Entry((int) first(period).toEpochDay(), List.of("all"), "why", "");
    }

    @Test
    void what_a_lead_noted_is_estimated_and_a_promise_is_not() {
        Commitment noted = BoardSubject.done("intervention/2025-02-01/decision_told:theme=rape")
                .orElseThrow()
                .entry("west-midlands", "Calls", "Lead");
        Commitment promised = new Commitment(
                Commitment.Register.STEP,
                "step",
                1,
                "set",
                "Train",
                "",
                "",
                noted.day(),
                "",
                List.of(Commitment.Seen.of("charge_rate")),
                "",
                "1.1",
                "west-midlands");
        assertThat(InterventionEffect.measures(List.of(noted, promised))).containsExactly("decision_told");
    }

    @Test
    void an_area_is_read_beside_those_without_it() {
        IntUnaryOperator everywhere = i -> 30 + i % 7 + (i < DONE ? 0 : 15);
        List<ChartedPeriod> own = periods("assigned", i -> everywhere.applyAsInt(i) + (i < DONE ? 0 : 10));
        List<List<ChartedPeriod>> others = List.of(periods("assigned", everywhere), periods("assigned", everywhere));
        assertThat(InterventionEffect.series(own, others, false, first(DONE), List.of())
                        .change()
                        .orElseThrow()
                        .value())
                .as("what moved everywhere is taken off")
                .isCloseTo(0.10, within(1e-9));
        List<List<ChartedPeriod>> shorter = List.of(others.get(0), others.get(1).subList(2, PERIODS));
        assertThat(InterventionEffect.series(own, shorter, false, first(DONE), List.of())
                        .before())
                .as("a period that one of them has not is not compared")
                .isEqualTo(26);
    }

    @Test
    void what_was_counted_otherwise_is_left_out() {
        List<ChartedPeriod> own = periods("assigned", i -> i);
        InterruptedSeries since =
                InterventionEffect.series(own, List.of(), false, first(DONE), List.of(event(2), event(38)));
        assertThat(since.before()).isEqualTo(26);
        assertThat(since.after()).isEqualTo(10);
        InterruptedSeries same = InterventionEffect.series(own, List.of(), false, first(DONE), List.of(event(DONE)));
        assertThat(same.before())
                .as("limits that are set again for what was done")
                .isEqualTo(DONE);
        assertThat(same.after()).isEqualTo(PERIODS - DONE);
    }

    @Test
    void cases_that_are_followed_up_past_the_day_are_of_neither_side_and_counts_change_by_a_part() {
        assertThat(InterventionEffect.series(periods("matured_90d", i -> i), List.of(), false, first(DONE), List.of())
                        .before())
                .isEqualTo(DONE - 4);
        double change = InterventionEffect.series(
                        periods("recorded", i -> i < DONE ? 1_000 : 500), List.of(), true, first(DONE), List.of())
                .change()
                .orElseThrow()
                .value();
        assertThat(Math.exp(change)).isCloseTo((5 + 0.5) / (10 + 0.5), within(1e-9));
    }

    @Test
    void a_change_is_better_or_worse_only_beyond_chance_and_where_a_direction_is() {
        InterruptedSeries.Change more = new InterruptedSeries.Change(0.144, 0.032);
        InterruptedSeries.Change fewer = new InterruptedSeries.Change(-0.144, 0.032);
        assertThat(InterventionEffect.says(Better.UP, more)).isEqualTo("Better than before");
        assertThat(InterventionEffect.says(Better.DOWN, more)).isEqualTo("Worse than before");
        assertThat(InterventionEffect.says(Better.DOWN, fewer)).isEqualTo("Better than before");
        assertThat(InterventionEffect.says(Better.NEITHER, fewer)).isEqualTo("Lower than before");
        assertThat(InterventionEffect.says(Better.UP, new InterruptedSeries.Change(-0.008, 0.038)))
                .isEqualTo("May be chance");
    }
}
