package vaiwg.statistics.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.charts.Block;
import vaiwg.statistics.signals.charts.ChartKind;
import vaiwg.statistics.signals.charts.ChartReading;
import vaiwg.statistics.signals.charts.SpcChart;
import vaiwg.statistics.verdict.Verdict.State;
import vaiwg.statistics.verdict.Verdict.Target;
import vaiwg.statistics.verdict.Verdict.Why;

class VerdictTextTest {
    private static final int FIRST = (int) LocalDate.of(2026, 7, 24).toEpochDay();
    private static final int LAST = (int) LocalDate.of(2026, 8, 20).toEpochDay();

    private final Chart rape = ChartPlan.of(ShippedCatalogue.get()).charts().stream()
            .filter(chart -> chart.measure().slug().equals("victim_attrition")
                    && chart.slice().equals("theme=rape")
                    && chart.signals()
                    && !chart.isMonthly())
            .findFirst()
            .orElseThrow();

    @Test
    void the_numbers_of_an_early_warning_are_people() {
        OpenSignal alarm = new OpenSignal(
                "a", Signal.State.ACT, true, 1, Movement.WORSE, false, LAST + 2, FIRST, LAST, 374, 165, 121.2);
        SeriesVerdict verdict = verdict(State.ACT, Target.NONE, Why.FIGURE, List.of(alarm), Optional.empty());
        assertThat(VerdictText.what(verdict)).contains("Rape: more cases end without the victim's support (OC16)");
        assertThat(VerdictText.figures(verdict))
                .contains("165 outcomes 24 July to 20 August 2026, 44 more than the 121 expected");
    }

    @Test
    void a_matter_of_a_policing_area_begins_with_its_name() {
        assertThat(VerdictText.title(List.of("north_east"), List.of("rape"), "fewer charges"))
                .isEqualTo("North East, rape: fewer charges");
    }

    /** The early warning is of the days in which it was raised, and stands for months. */
    @Test
    void where_a_chart_says_it_too_the_numbers_are_its_newest_and_say_for_how_long_cases_were_followed() {
        OpenSignal alarm = new OpenSignal(
                "a", Signal.State.ACT, true, 1, Movement.WORSE, false, LAST + 2, FIRST, LAST, 374, 165, 121.2);
        OpenSignal chart = new OpenSignal(
                "c", Signal.State.WATCH, false, 1, Movement.WORSE, false, LAST + 99, FIRST, LAST, 0, 0, 0);
        List<Block> blocks = new ArrayList<>();
        for (int step : new int[] {10, -10, 8, -8, 10, -10, 8, -8, 10, -10, 8, -8, 80}) {
            blocks.add(new Block(28 * (709 + blocks.size()), 400 + step, 800));
        }
        ChartReading reading = new ChartReading(rape, SpcChart.of(blocks, baseline -> ChartKind.LANEY, List.of()));
        SeriesVerdict both = verdict(State.ACT, List.of(alarm, chart), Optional.of(reading));
        assertThat(both.isDaily()).isFalse();
        assertThat(VerdictText.figures(both).orElseThrow())
                .startsWith("480 of 800 (60.0%) recorded ")
                .endsWith(" and followed for 28 days, 80 more than the usual 400");
        SeriesVerdict alone = verdict(State.ACT, List.of(alarm), Optional.of(reading));
        assertThat(alone.isDaily()).isTrue();
        assertThat(VerdictText.figures(alone).orElseThrow()).startsWith("165 outcomes ");
    }

    /** A reader who is told of the year before alone subtracts that, and finds another number. */
    @Test
    void what_is_usual_of_a_count_is_said_beside_the_year_before_and_the_numbers_add_up() {
        Chart arrests = ChartPlan.of(ShippedCatalogue.get()).charts().stream()
                .filter(chart -> chart.measure().slug().equals("da_arrests")
                        && chart.slice().isEmpty()
                        && !chart.isMonthly())
                .findFirst()
                .orElseThrow();
        List<Block> blocks = new ArrayList<>();
        for (int step : new int[] {3, -3, 2, -2, 3, -3, 2, -2, 3, -3, 2, -2, 100}) {
            int firstDay = 28 * (709 + blocks.size());
            blocks.add(new Block(firstDay, 940 + step, 0).beside(new Block(firstDay - 364, 1_000, 0)));
        }
        ChartReading reading = new ChartReading(arrests, SpcChart.of(blocks, baseline -> ChartKind.YEAR, List.of()));
        OpenSignal chart =
                new OpenSignal("c", Signal.State.ACT, false, 1, Movement.MORE, false, LAST + 9, FIRST, LAST, 0, 0, 0);
        assertThat(VerdictText.figures(verdict(State.ACT, List.of(chart), Optional.of(reading)))
                        .orElseThrow())
                .startsWith("1,040 recorded ")
                .endsWith(
                        ", 100 more than the usual 940 (1,000 a year before);" + " what that means is to be explained");
    }

    @Test
    void a_fall_that_the_daily_alarm_sees_says_why_its_owner_is_asked() {
        OpenSignal alarm = new OpenSignal(
                "a", Signal.State.WATCH, true, -1, Movement.BETTER, false, LAST + 2, FIRST, LAST, 374, 80, 121.2);
        assertThat(VerdictText.figures(verdict(State.WATCH, Target.NONE, Why.FIGURE, List.of(alarm), Optional.empty())))
                .contains("80 outcomes 24 July to 20 August 2026, 41 fewer than the 121 expected;"
                        + " better, unless cases end in another way");
    }

    @Test
    void a_target_that_is_not_met_is_said_in_people_and_percent() {
        SeriesVerdict verdict = verdict(
                State.NO_CHANGE, Target.SHORT, Why.FIGURE, List.of(), Optional.of(new SlotValues.Figure(38, 100)));
        assertThat(VerdictText.figures(verdict)).contains("38 of 100 (38%), short of the target of 100%");
    }

    @Test
    void what_can_only_grow_while_the_record_is_young_says_so() {
        SeriesVerdict verdict = verdict(State.TOO_YOUNG, Target.NONE, Why.FIGURE, List.of(), Optional.empty());
        assertThat(VerdictText.what(verdict)).isPresent();
        assertThat(VerdictText.figures(verdict)).contains("not judged: the record is too young");
    }

    private SeriesVerdict verdict(State state, List<OpenSignal> signals, Optional<ChartReading> reading) {
        return new SeriesVerdict(
                rape.slot(),
                rape.column(),
                new Verdict(state, Target.NONE, Why.FIGURE, OptionalInt.of(FIRST)),
                Optional.empty(),
                reading,
                signals,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    private SeriesVerdict verdict(
            State state, Target target, Why why, List<OpenSignal> signals, Optional<SlotValues.Figure> read) {
        return new SeriesVerdict(
                rape.slot(),
                rape.column(),
                new Verdict(state, target, why, state.asks() ? OptionalInt.of(FIRST) : OptionalInt.empty()),
                Optional.empty(),
                Optional.empty(),
                signals,
                Optional.empty(),
                read,
                target == Target.SHORT ? OptionalDouble.of(1) : OptionalDouble.empty());
    }
}
