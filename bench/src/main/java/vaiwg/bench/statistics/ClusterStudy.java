package vaiwg.bench.statistics;

import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.intervals.ClusteredShare;
import vaiwg.statistics.intervals.WilsonInterval;

/**
 * How often 95 % intervals hold the true share where crimes come by victim: most have one, some many, and the crimes of one victim end
 * alike more often than not.
 */
final class ClusterStudy {
    static final double SHARE = 0.4;
    /** With this chance a crime ends as the first of its victim did, else by itself. */
    static final double ALIKE = 0.5;
    /** After each crime of a victim there is another with this chance. */
    static final double ANOTHER = 0.5;

    private static final long PURPOSE = 9;

    private final MeanOfRuns plain = new MeanOfRuns();
    private final MeanOfRuns clustered = new MeanOfRuns();
    private final MeanOfRuns designEffect = new MeanOfRuns();

    ClusterStudy(int victims, int runs, long seed) {
        for (int run = 0; run < runs; run++) {
            Draw draw = Draw.at(seed, PURPOSE, victims, run);
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
            plain.add(holds(WilsonInterval.of(part, whole)));
            clustered.add(holds(share.interval()));
            designEffect.add(share.designEffect(whole));
        }
    }

    /** Share of runs in which the interval that counts crimes holds the truth. */
    MeanOfRuns plain() {
        return plain;
    }

    /** The same of the interval by victim. */
    MeanOfRuns clustered() {
        return clustered;
    }

    MeanOfRuns designEffect() {
        return designEffect;
    }

    private static double holds(WilsonInterval interval) {
        return interval.lower() <= SHARE && SHARE <= interval.upper() ? 1 : 0;
    }
}
