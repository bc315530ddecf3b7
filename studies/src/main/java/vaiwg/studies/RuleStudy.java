package vaiwg.studies;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import vaiwg.bench.results.Results;
import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.signals.charts.Block;
import vaiwg.statistics.signals.charts.ChartKind;
import vaiwg.statistics.signals.charts.SpcChart;
import vaiwg.statistics.signals.charts.SpcRule;
import vaiwg.studies.Studies.Effort;

/**
 * How often each rule signals at a point of each kind of chart while nothing changes. The rules were made for charts of individual
 * values that spread like a normal variable, with limits that are known.
 */
final class RuleStudy {
    private static final int PURPOSE = 10;
    private static final int POINTS = 130;
    private static final int BLOCKS_A_YEAR = 13;
    private static final double SHARE = 0.4;

    private RuleStudy() {}

    /** What is charted, and on which kind. */
    private enum Figure {
        NORMAL(ChartKind.XMR, (index, draw) -> new Block(index, (int) Math.round(1e5 + 1e4 * draw.normal()), 0)),
        COUNTS_OF_8(ChartKind.XMR, (index, draw) -> new Block(index, draw.poisson(8), 0)),
        COUNTS_OF_200(ChartKind.XMR, (index, draw) -> new Block(index, draw.poisson(200), 0)),
        RATE_300_FOR_200(ChartKind.RATE, (index, draw) -> new Block(index, draw.poisson(300), 200)),
        SHARE_OF_140(ChartKind.P, (index, draw) -> share(index, 140, draw)),
        SHARE_OF_700(ChartKind.P, (index, draw) -> share(index, 700, draw)),
        SHARE_OF_2000(ChartKind.LANEY, (index, draw) -> share(index, 2_000, draw)),
        TEN_DAYS_BETWEEN(ChartKind.T, (index, draw) -> new Block(index, (int) Math.ceil(draw.exponential(10)), 0)),
        BESIDE_A_YEAR(ChartKind.YEAR, (index, draw) -> new Block(index, draw.poisson(200), 0));

        private final ChartKind kind;

        /** A block by itself. */
        private final BiFunction<Integer, Draw, Block> one;

        Figure(ChartKind kind, BiFunction<Integer, Draw, Block> one) {
            this.kind = kind;
            this.one = one;
        }

        List<Block> blocks(int number, Draw draw) {
            int year = this == BESIDE_A_YEAR ? BLOCKS_A_YEAR : 0;
            List<Block> blocks = new ArrayList<>();
            for (int index = 0; index < year + number; index++) {
                blocks.add(one.apply(index, draw));
            }
            for (int index = blocks.size() - 1; year > 0 && index >= year; index--) {
                blocks.set(index, blocks.get(index).beside(blocks.get(index - year)));
            }
            return blocks.subList(year, blocks.size());
        }
    }

    static Results measure(Effort effort) {
        Means table = new Means();
        for (Figure figure : Figure.values()) {
            table.add(
                    effort.of(4, 500),
                    (run, tell) -> play(figure, Draw.at(Effort.SEED, PURPOSE, figure.ordinal(), run), tell));
        }
        return table.table().fact("of", "points after the " + SpcChart.BASELINE + " that make the limits");
    }

    private static void play(Figure figure, Draw draw, BiConsumer<String, Double> tell) {
        List<Block> blocks = figure.blocks(SpcChart.BASELINE + POINTS, draw);
        SpcChart chart = SpcChart.of(blocks, baseline -> figure.kind, List.of());
        Map<SpcRule, Integer> counts = new EnumMap<>(SpcRule.class);
        int confirmed = 0;
        for (int index = SpcChart.BASELINE; index < blocks.size(); index++) {
            Optional<SpcChart.Completed> completed = chart.completedAt(index);
            if (completed.isPresent()) {
                counts.merge(completed.get().rule(), 1, Integer::sum);
                int side = completed.get().side();
                boolean same = chart.completedAt(index - 1)
                        .filter(before -> before.side() == side)
                        .isPresent();
                confirmed += same ? 1 : 0;
            }
        }
        String of = ", " + figure.name().toLowerCase(Locale.ROOT);
        int all = 0;
        for (SpcRule rule : SpcRule.values()) {
            int count = counts.getOrDefault(rule, 0);
            all += count;
            tell.accept(rule.name().toLowerCase(Locale.ROOT) + of, (double) count / POINTS);
        }
        tell.accept("watch" + of, (double) (all - confirmed) / POINTS);
        tell.accept("confirmed" + of, (double) confirmed / POINTS);
    }

    private static Block share(int index, int whole, Draw draw) {
        return new Block(index, ChartStudy.part(whole, SHARE, draw), whole);
    }
}
