package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.statistics.signals.ShortTexts;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.Signal.Change;

/** The texts of every chart that there is, whatever its title, its place and its figure. */
class SignalTextTest {
    private static final int BLOCK = 28;
    private static final int FIRST = BLOCK * 709;
    private static final int[] ORDINARY = {10, -10, 8, -8, 10, -10, 8, -8, 10, -10, 8, -8};

    @ParameterizedTest
    @EnumSource
    void every_chart_tells_every_rule_and_its_end_in_two_short_sentences(SpcRule rule) {
        for (Chart chart : ChartPlan.of(ShippedCatalogue.get()).charts()) {
            if (!kind(chart).rules().contains(rule)) {
                continue;
            }
            ChartReading reading = reading(chart, steps(rule));
            assertThat(reading.completed()).map(SpcChart.Completed::rule).contains(rule);
            for (Signal.State state : List.of(Signal.State.WATCH, Signal.State.ACT, Signal.State.DATA_QUALITY)) {
                SignalStatus signal = new SignalStatus(rule, 1, state, reading.lastDay(), FIRST, true);
                String text = SignalText.of(reading, signal, Change.RAISED);
                ShortTexts.require(text);
                assertThat(text)
                        .startsWith(chart.measure().shortTitle())
                        .contains("limit", "a steady force gets ", FigureText.newest(reading))
                        .as("a theme once")
                        .doesNotContainPattern("(?i)^(?:all )?(domestic abuse|rape|stalking).*, \\1,")
                        .as("an area that is not known is no name")
                        .doesNotContain("Unknown")
                        .containsAnyOf("usual ", "expected ");
                ShortTexts.require(SignalText.of(reading(chart, ORDINARY), signal, Change.ENDED));
            }
        }
    }

    /** Ordinary blocks, and then those that complete a rule, upwards, each by its distance from what is usual. */
    private static int[] steps(SpcRule rule) {
        int[] more =
                switch (rule) {
                    case OUTSIDE -> new int[] {90};
                    case OUTER_THIRD -> new int[] {42, 10, 42};
                    case SHIFT -> new int[] {8, 10, 8, 10, 8, 10, 8};
                    case TREND -> new int[] {-15, -10, -5, 0, 5, 10, 15};
                };
        int[] all = Arrays.copyOf(ORDINARY, ORDINARY.length + more.length);
        System.arraycopy(more, 0, all, ORDINARY.length, more.length);
        return all;
    }

    private static ChartReading reading(Chart chart, int[] steps) {
        int denominator = chart.measure().kind() == Measure.Kind.COUNT ? 0 : 800;
        List<Block> blocks = new ArrayList<>();
        Block before = new Block(FIRST - BLOCK, 400, denominator);
        for (int step : steps) {
            int numerator = (chart.isStock() ? before.numerator() : 400) + step;
            Block block = new Block(before.firstDay() + BLOCK, numerator, denominator);
            blocks.add(chart.isStock() ? block.after(before) : block.beside(new Block(FIRST, 400, denominator)));
            before = block;
        }
        ChartKind kind = kind(chart);
        return new ChartReading(chart, SpcChart.of(blocks, baseline -> kind, List.of()));
    }

    private static ChartKind kind(Chart chart) {
        if (chart.isStock()) {
            return ChartKind.CHANGE;
        }
        return switch (chart.measure().kind()) {
            case COUNT, POPULATION_RATE -> ChartKind.YEAR;
            case PERCENTILE -> ChartKind.XMR;
            case SHARE -> ChartKind.LANEY;
            case RATE -> ChartKind.RATE;
        };
    }
}
