package vaiwg.kpis.signals.alarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The way of one score: a CUSUM of observed minus expected, after Biswas and Kalbfleisch (2008). Beyond the threshold it rings and
 * is held there, so that it falls as soon as the days are ordinary again; it begins anew at 0 once somebody has acknowledged it,
 * or after {@link #QUIET_DAYS} days in a row below half the threshold. A pure function of the days, the threshold, the
 * acknowledgements and the alarms raised: when a day is corrected, the way from that day on is walked again.
 *
 * <p>Every record is corrected now and then, and half of all alarms would come and go with single outcomes. So what has been
 * raised is upheld as long as the score of its own day, corrected, is beyond half the threshold.
 */
public final class AlarmPath {
    /** An alarm that nobody acknowledges ends after so many days in a row below half the threshold. */
    public static final int QUIET_DAYS = 14;

    private static final byte NOT_STANDING = -1;

    private final Shift shift;
    private final double threshold;
    private final int firstDay;
    private final List<Episode> episodes = new ArrayList<>();
    private double[] scores = new double[512];
    /** The last day on which the score was 0, by day. */
    private int[] zeroes = new int[512];
    /** For how many days a standing alarm has been quiet, by day, or {@link #NOT_STANDING}. */
    private byte[] quiet = new byte[512];

    public AlarmPath(Shift shift, double threshold, int firstDay) {
        this.shift = shift;
        this.threshold = threshold;
        this.firstDay = firstDay;
    }

    /**
     * Walks anew from a day to the last one of a series.
     *
     * @param from the first day that changed; earlier ones must be as they were
     * @param acknowledged days on which an alarm that stood was acknowledged
     * @param raised days whose outcomes have raised an alarm that was not withdrawn
     */
    public void walk(SeriesDays days, int from, Set<Integer> acknowledged, Set<Integer> raised) {
        int start = Math.max(from, firstDay);
        ensure(days.through() - firstDay + 1);
        forget(start);
        double variance = days.baseline().dispersion() * days.baseline().dispersion();
        double score = start == firstDay ? 0 : scores[start - 1 - firstDay];
        int zero = start == firstDay ? firstDay - 1 : zeroes[start - 1 - firstDay];
        byte calm = start == firstDay ? NOT_STANDING : quiet[start - 1 - firstDay];
        for (int day = start; day <= days.through(); day++) {
            score = Math.max(0, score + shift.increment(days.observed(day), days.expected(day, shift), variance));
            if (calm == NOT_STANDING && (score > threshold || score > threshold / 2 && raised.contains(day))) {
                episodes.add(new Episode(zero + 1, day, Episode.STANDING, false));
                calm = 0;
            }
            if (calm != NOT_STANDING) {
                score = Math.min(score, threshold);
                calm = score < threshold / 2 ? (byte) (calm + 1) : 0;
                boolean seen = acknowledged.contains(day);
                if (seen || calm == QUIET_DAYS) {
                    Episode last = episodes.get(episodes.size() - 1);
                    episodes.set(episodes.size() - 1, last.ended(day, seen));
                    score = 0;
                    calm = NOT_STANDING;
                }
            }
            zero = score == 0 ? day : zero;
            scores[day - firstDay] = score;
            zeroes[day - firstDay] = zero;
            quiet[day - firstDay] = calm;
        }
    }

    public Shift shift() {
        return shift;
    }

    public double threshold() {
        return threshold;
    }

    /** The score at the end of a day, 0 to the threshold. */
    public double score(int day) {
        return scores[day - firstDay];
    }

    /** The episodes as known now, in their order. */
    public List<Episode> episodes() {
        return List.copyOf(episodes);
    }

    private void forget(int start) {
        while (!episodes.isEmpty() && episodes.get(episodes.size() - 1).day() >= start) {
            episodes.remove(episodes.size() - 1);
        }
        int last = episodes.size() - 1;
        if (last >= 0 && !episodes.get(last).stands() && episodes.get(last).end() >= start) {
            episodes.set(last, episodes.get(last).reopened());
        }
    }

    private void ensure(int days) {
        if (days > scores.length) {
            scores = Arrays.copyOf(scores, 2 * days);
            zeroes = Arrays.copyOf(zeroes, 2 * days);
            quiet = Arrays.copyOf(quiet, 2 * days);
        }
    }
}
