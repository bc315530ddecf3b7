package vaiwg.bench.statistics;

import static vaiwg.bench.statistics.Markdown.format;

import vaiwg.kpis.catalogue.Measure;
import vaiwg.statistics.signals.charts.SpcChart;
import vaiwg.statistics.signals.charts.SpcRule;

/** What the page says of block charts. */
final class ChartSection {
    private static final int[] CASES = {140, 700, 1_400, 5_600};
    private static final int A_YEAR = 13;
    private static final int TWO_YEARS = 26;
    private static final int FIVE_YEARS = 65;

    private ChartSection() {}

    /** Writes it, and gives the matters of a force a month. */
    static MeanOfRuns write(Markdown page, ChartStudy charts, int forces, int years, int runs, long seed) {
        page.title("Block charts of a force in which nothing changes but the seasons");
        page.paragraph(
                "%d forces, %d years each after the %d blocks that make the first limits, about a hundred crimes a day, all %,d charts of days:"
                        + " totals, themes, policing areas; volumes 12 %% higher and lower with the season. No figure varies more than"
                        + " chance and the season make it (no overdispersion), as figures of a real force may. A month brings %.3f ± %.3f"
                        + " signals (%.3f ± %.3f of those that raise alerts), and %.3f ± %.3f matters: lines of the dashboards that begin, by concern, theme"
                        + " and direction ([how](decisions/0103-matters-on-dashboards.md)). An e-mail holds all themes of a concern and direction.",
                forces,
                years,
                SpcChart.BASELINE,
                ChartStudy.charts(),
                charts.signalsAMonth().mean(),
                charts.signalsAMonth().error(),
                charts.alertingAMonth().mean(),
                charts.alertingAMonth().error(),
                charts.mattersAMonth().mean(),
                charts.mattersAMonth().error());
        page.paragraph(
                "Blocks until a signal says that a share of 40 %% is higher by a fifth, after one year and after five.");
        page.head(
                "cases a block",
                "headline, after a year",
                "headline, after five",
                "other, after a year",
                "other, after five");
        int few = Math.max(2, runs / 5);
        for (int whole : CASES) {
            page.row(
                    format("%,d", whole),
                    blocks(share(true, whole, A_YEAR, few, seed)),
                    blocks(share(true, whole, FIVE_YEARS, few, seed)),
                    blocks(share(false, whole, A_YEAR, few, seed)),
                    blocks(share(false, whole, FIVE_YEARS, few, seed)));
        }
        page.paragraph(
                "The same of a count, which is compared with the same block a year before: it signals after two years at the earliest, and not for a rise"
                        + " that is a year old. Blocks until the signal, a year where there is none, and the share of forces that get one.");
        page.head(
                "counted a block",
                "headline, after two years",
                "signalled",
                "headline, after five",
                "signalled",
                "other, after five",
                "signalled");
        for (int counted : CASES) {
            ChartStudy.Detection first = count(true, counted, TWO_YEARS, few, seed);
            ChartStudy.Detection later = count(true, counted, FIVE_YEARS, few, seed);
            ChartStudy.Detection other = count(false, counted, FIVE_YEARS, few, seed);
            page.row(
                    format("%,d", counted),
                    blocks(first.blocks()),
                    share(first.told()),
                    blocks(later.blocks()),
                    share(later.told()),
                    blocks(other.blocks()),
                    share(other.told()));
        }
        rules(page, runs, seed);
        return charts.mattersAMonth();
    }

    private static MeanOfRuns share(boolean raisesAlerts, int of, int before, int runs, long seed) {
        return ChartStudy.afterARise(Measure.Kind.SHARE, raisesAlerts, of, before, runs, seed)
                .blocks();
    }

    private static ChartStudy.Detection count(boolean raisesAlerts, int counted, int before, int runs, long seed) {
        return ChartStudy.afterARise(Measure.Kind.COUNT, raisesAlerts, counted, before, runs, seed);
    }

    private static String share(MeanOfRuns told) {
        return format("%.0f %%", 100 * told.mean());
    }

    private static void rules(Markdown page, int runs, long seed) {
        page.title("The run rules on each kind of chart");
        page.paragraph(
                "The rules were made for values that spread normally. False signals of 1,000 points after the %d that make the"
                        + " limits, %d charts of ten years each; a point that completes several rules counts for the least likely. Limits"
                        + " from %d points are themselves uncertain, so even the first row has more than the textbook's 3 points"
                        + " outside.",
                SpcChart.BASELINE, runs, SpcChart.BASELINE);
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

    private static String blocks(MeanOfRuns blocks) {
        return format("%.1f ± %.1f", blocks.mean(), blocks.error());
    }

    private static String perThousand(MeanOfRuns share) {
        return format("%.1f ± %.1f", 1_000 * share.mean(), 1_000 * share.error());
    }
}
