package vaiwg.bench.statistics;

import static vaiwg.bench.statistics.Markdown.format;

/** What the page says of intervals where one victim has many crimes. */
final class ClusterSection {
    private static final int[] VICTIMS = {20, 50, 200, 1_000};

    private ClusterSection() {}

    static void write(Markdown page, int runs, long seed) {
        page.title("Intervals where one victim has many crimes");
        page.paragraph(
                "Every victim has a crime, and after each of them another with chance %.1f: two on average, one in five hundred has"
                        + " ten or more. A crime ends as the first of its victim with chance %.1f, else by itself; %.0f %% in all. How often"
                        + " the 95 %% interval holds the truth, %d runs: `ClusteredShare` against Wilson's interval, which counts crimes."
                        + " Published shares still have the latter: the victims of crimes are not known where shares are counted.",
                ClusterStudy.ANOTHER, ClusterStudy.ALIKE, 100 * ClusterStudy.SHARE, runs);
        page.head("victims", "variance, times that of single crimes", "interval by crime", "interval by victim");
        for (int victims : VICTIMS) {
            ClusterStudy study = new ClusterStudy(victims, runs, seed);
            page.row(
                    format("%,d", victims),
                    format("%.2f", study.designEffect().mean()),
                    coverage(study.plain()),
                    coverage(study.clustered()));
        }
    }

    private static String coverage(MeanOfRuns holds) {
        return format("%.1f %% ± %.1f", 100 * holds.mean(), 100 * holds.error());
    }
}
