package vaiwg.bench.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.signals.charts.Block;
import vaiwg.statistics.signals.charts.ChartKind;
import vaiwg.statistics.signals.charts.SpcChart;
import vaiwg.statistics.signals.charts.SpcRule;

/**
 * How often each rule signals at a point of each kind of chart while nothing changes. The rules were made for charts of individual
 * values that spread like a normal variable, with limits that are known.
 */
final class RuleStudy {
    private static final long PURPOSE = 10;
    private static final int POINTS = 130;
    private static final int DAYS_BETWEEN_EVENTS = 10;
    private static final int A_YEAR = 13;

    private final Map<SpcRule, MeanOfRuns> rules = new EnumMap<>(SpcRule.class);
    private final MeanOfRuns watch = new MeanOfRuns();
    private final MeanOfRuns act = new MeanOfRuns();

    /** A block by itself. */
    private interface OneBlock {
        Block of(int index, Draw draw);
    }

    /** Blocks one after another. */
    private interface Blocks {
        List<Block> of(int number, Draw draw);
    }

    /** What is charted, and on which kind. */
    enum Figure {
        NORMAL(
                "XmR, values that spread normally",
                ChartKind.XMR,
                each((index, draw) -> new Block(index, (int) Math.round(100_000 + 10_000 * draw.normal()), 0))),
        FEW("XmR, counts of about 8", ChartKind.XMR, each((index, draw) -> new Block(index, draw.poisson(8), 0))),
        MANY("XmR, counts of about 200", ChartKind.XMR, each((index, draw) -> new Block(index, draw.poisson(200), 0))),
        RATE(
                "rate, about 300 for each of 200",
                ChartKind.RATE,
                each((index, draw) -> new Block(index, draw.poisson(300), 200))),
        SMALL_SHARE("p, 40 % of 140 cases", ChartKind.P, each((index, draw) -> share(index, 140, draw))),
        SHARE("p, 40 % of 700 cases", ChartKind.P, each((index, draw) -> share(index, 700, draw))),
        LARGE_SHARE("Laney p′, 40 % of 2,000 cases", ChartKind.LANEY, each((index, draw) -> share(index, 2_000, draw))),
        RARE(
                "t, days between events, 10 on average",
                ChartKind.T,
                each((index, draw) -> new Block(index, (int) Math.ceil(draw.exponential(DAYS_BETWEEN_EVENTS)), 0))),
        STOCK(
                "change, of a stock of 100 new cases a block that stay 200 days on average",
                ChartKind.CHANGE,
                (number, draw) -> StudiedStock.blocks(number, 100, 200, draw)),
        YEAR("year, counts of about 200 beside those of the year before", ChartKind.YEAR, Figure::besideAYear);

        final String words;
        final ChartKind kind;
        private final Blocks blocks;

        Figure(String words, ChartKind kind, Blocks blocks) {
            this.words = words;
            this.kind = kind;
            this.blocks = blocks;
        }

        private static Blocks each(OneBlock one) {
            return (number, draw) -> {
                List<Block> blocks = new ArrayList<>();
                for (int index = 0; index < number; index++) {
                    blocks.add(one.of(index, draw));
                }
                return blocks;
            };
        }

        private static List<Block> besideAYear(int number, Draw draw) {
            List<Block> counted =
                    each((index, one) -> new Block(index, one.poisson(200), 0)).of(A_YEAR + number, draw);
            return IntStream.range(A_YEAR, counted.size())
                    .mapToObj(index -> counted.get(index).beside(counted.get(index - A_YEAR)))
                    .toList();
        }

        private static Block share(int index, int whole, Draw draw) {
            int part = 0;
            for (int i = 0; i < whole; i++) {
                part += draw.chance(ChartStudy.SHARE) ? 1 : 0;
            }
            return new Block(index, part, whole);
        }
    }

    RuleStudy(Figure figure, int runs, long seed) {
        for (SpcRule rule : SpcRule.values()) {
            rules.put(rule, new MeanOfRuns());
        }
        for (int run = 0; run < runs; run++) {
            chart(figure, Draw.at(seed, PURPOSE, figure.ordinal(), run));
        }
    }

    /** Signals at a point by the least likely rule that it completes. */
    MeanOfRuns of(SpcRule rule) {
        return rules.get(rule);
    }

    /** Signals at a point that the one before did not give on the same side. */
    MeanOfRuns watch() {
        return watch;
    }

    /** Signals at a point that confirm the one before. */
    MeanOfRuns act() {
        return act;
    }

    private void chart(Figure figure, Draw draw) {
        List<Block> blocks = figure.blocks.of(SpcChart.BASELINE + POINTS, draw);
        SpcChart chart = SpcChart.of(blocks, baseline -> figure.kind, List.of());
        Map<SpcRule, Integer> counts = new EnumMap<>(SpcRule.class);
        int confirmed = 0;
        int all = 0;
        for (int index = SpcChart.BASELINE; index < blocks.size(); index++) {
            Optional<SpcChart.Completed> completed = chart.completedAt(index);
            if (completed.isPresent()) {
                all++;
                counts.merge(completed.get().rule(), 1, Integer::sum);
                int side = completed.get().side();
                boolean before = chart.completedAt(index - 1)
                        .filter(earlier -> earlier.side() == side)
                        .isPresent();
                confirmed += before ? 1 : 0;
            }
        }
        rules.forEach((rule, sample) -> sample.add((double) counts.getOrDefault(rule, 0) / POINTS));
        watch.add((double) (all - confirmed) / POINTS);
        act.add((double) confirmed / POINTS);
    }
}
