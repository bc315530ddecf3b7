package vaiwg.bench.statistics;

import static vaiwg.bench.statistics.Markdown.format;

import vaiwg.statistics.signals.charts.BlockChart;
import vaiwg.statistics.signals.charts.SpcRule;

/** What the page says of block charts. */
final class ChartSection {
    private static final int[] CASES = {140, 700, 1_400, 5_600};

    private ChartSection() {}

    /** Writes it, and gives the signals of a pack to act upon, a month. */
    static Sample write(Markdown page, int packs, int years, int runs, long seed) {
        ChartStudy charts = new ChartStudy(packs, years, seed);
        page.title("Block charts of a pack in which nothing changes");
        page.paragraph(
                "%d charts of shares, 200 to 4,000 cases a block, limits locked after %d blocks, %d packs, %d years. A month"
                        + " brings %.2f ± %.2f first signals (watch), %.2f ± %.2f confirmed ones, and %.2f ± %.2f that are confirmed and"
                        + " singled out at 10 %% over the pack (act).",
                ChartStudy.CHARTS,
                BlockChart.BASELINE,
                packs,
                years,
                charts.watchAMonth().mean(),
                charts.watchAMonth().error(),
                charts.actAMonth().mean(),
                charts.actAMonth().error(),
                charts.discoveriesAMonth().mean(),
                charts.discoveriesAMonth().error());
        page.head("cases a block", "blocks until a share higher by a fifth is confirmed");
        for (int whole : CASES) {
            Sample blocks = ChartStudy.blocksToAct(whole, runs, seed);
            page.row(format("%,d", whole), format("%.1f ± %.1f", blocks.mean(), blocks.error()));
        }
        rules(page, runs, seed);
        return charts.discoveriesAMonth();
    }

    private static void rules(Markdown page, int runs, long seed) {
        page.title("The run rules on each kind of chart");
        page.paragraph(
                "The rules were made for values that spread normally. False signals of 1,000 points after the %d that make the"
                        + " limits, %d charts of ten years each; a point that completes several rules counts for the least likely. Limits"
                        + " from %d points are themselves uncertain, so even the first row has more than the textbook's 3 points"
                        + " outside.",
                BlockChart.BASELINE, runs, BlockChart.BASELINE);
        page.head(
                "chart", "outside", "seven on a side", "seven rising or falling", "outer third", "watch", "confirmed");
        for (RuleStudy.Figure figure : RuleStudy.Figure.values()) {
            RuleStudy study = new RuleStudy(figure, runs, seed);
            page.row(
                    figure.words,
                    perThousand(study.of(SpcRule.OUTSIDE)),
                    perThousand(study.of(SpcRule.SHIFT)),
                    perThousand(study.of(SpcRule.TREND)),
                    perThousand(study.of(SpcRule.OUTER_THIRD)),
                    perThousand(study.watch()),
                    perThousand(study.act()));
        }
    }

    private static String perThousand(Sample share) {
        return format("%.1f ± %.1f", 1_000 * share.mean(), 1_000 * share.error());
    }
}
