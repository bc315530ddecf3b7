package vaiwg.studies;

import java.util.function.BiConsumer;
import vaiwg.bench.results.Results;
import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.intervals.ClusteredShare;
import vaiwg.statistics.intervals.WilsonInterval;
import vaiwg.studies.Studies.Effort;

/**
 * How often 95 % intervals hold the true share where crimes come by victim: most have one, some many, and the crimes of one victim end
 * alike more often than not.
 */
final class IntervalStudy {
    private static final int PURPOSE = 9;
    private static final double SHARE = 0.4;
    /** With this chance a crime ends as the first of its victim did, else by itself. */
    private static final double ALIKE = 0.5;
    /** After each crime of a victim there is another with this chance. */
    private static final double ANOTHER = 0.5;

    private IntervalStudy() {}

    static Results measure(Effort effort) {
        Means table = new Means();
        for (int victims : new int[] {20, 50, 200, 1_000}) {
            table.add(
                    effort.of(50, 10_000),
                    (run, tell) -> play(victims, Draw.at(Effort.SEED, PURPOSE, victims, run), tell));
        }
        return table.table();
    }

    private static void play(int victims, Draw draw, BiConsumer<String, Double> tell) {
        int[] successes = new int[victims];
        int[] cases = new int[victims];
        int part = 0;
        int whole = 0;
        for (int victim = 0; victim < victims; victim++) {
            boolean first = draw.chance(SHARE);
            do {
                boolean alike = cases[victim] == 0 || draw.chance(ALIKE);
                successes[victim] += (alike ? first : draw.chance(SHARE)) ? 1 : 0;
                cases[victim]++;
            } while (draw.chance(ANOTHER));
            part += successes[victim];
            whole += cases[victim];
        }
        ClusteredShare share = ClusteredShare.of(successes, cases);
        String of = ", " + victims + " victims";
        tell.accept("variance, times that of single crimes" + of, share.designEffect(whole));
        tell.accept("interval by crime holds the truth" + of, holds(WilsonInterval.of(part, whole)));
        tell.accept("interval by victim holds the truth" + of, holds(share.interval()));
    }

    private static double holds(WilsonInterval interval) {
        return interval.lower() <= SHARE && SHARE <= interval.upper() ? 1 : 0;
    }
}
