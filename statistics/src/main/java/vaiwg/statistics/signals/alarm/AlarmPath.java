package vaiwg.statistics.signals.alarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The path of one score: that of Shiryaev and Roberts, of observed minus expected. With every day the score grows by 1 and is
 * multiplied by how much likelier the day's outcomes are after the change than without it: it sums, over all days on which the change
 * may have begun, the likelihoods of that. Of all rules that fire as rarely it finds a change soonest on average, when a long time
 * has passed before (Pollak and Tartakovsky 2009, Statistica Sinica 19, 1729-1739). While nothing changes the score grows by 1 a day
 * on average, however many outcomes the days have: so the time to a false alarm is at least the threshold, in days, through a surge of
 * cases too.
 *
 * <p>Beyond the threshold it fires and is held there, so that it falls as soon as the days are ordinary again; it restarts at 0
 * once an owner has acknowledged it, or after {@link #QUIET_DAYS} days in a row below {@link #QUIET} of the threshold. A pure function
 * of the days, the threshold, the acknowledgements and the alarms raised: when a day is corrected, the path from that day on is calculated
 * again.
 *
 * <p>Every record is corrected now and then. A past day fires no alarm: evaluated again after every correction, it
 * would fire too often by chance. And half of all alarms would come and go with single outcomes, so what has been raised is upheld as long as the score of its own day, corrected, is beyond {@link #QUIET} of the threshold.
 */
public final class AlarmPath {
    /** An alarm that nobody acknowledges ends after so many quiet days in a row. */
    public static final int QUIET_DAYS = 14;
    /** A score is quiet below this share of the threshold. */
    public static final double QUIET = 0.125;

    private static final byte NOT_OPEN = -1;

    private final Shift shift;
    private final double threshold;
    private final int firstDay;
    private final List<Episode> episodes = new ArrayList<>();
    private double[] scores = new double[512];
    /** For how many days an open alarm has been quiet, by day, or {@link #NOT_OPEN}. */
    private byte[] quiet = new byte[512];

    public AlarmPath(Shift shift, double threshold, int firstDay) {
        this.shift = shift;
        this.threshold = threshold;
        this.firstDay = firstDay;
    }

    /**
     * Calculates the path again from a day to the last one of a series.
     *
     * @param from the first day that changed; earlier ones must be as they were
     * @param acknowledged days on which an alarm that stood was acknowledged
     * @param raised days whose outcomes have raised an alarm that was not withdrawn
     */
    public void walk(SeriesDays days, int from, Set<Integer> acknowledged, Set<Integer> raised) {
        int start = Math.max(from, firstDay);
        ensure(days.through() - firstDay + 1);
        forget(start);
        double score = start == firstDay ? 0 : scores[start - 1 - firstDay];
        byte calm = start == firstDay ? NOT_OPEN : quiet[start - 1 - firstDay];
        for (int day = start; day <= days.through(); day++) {
            score = (1 + score) * StrictMath.exp(increment(days, day));
            boolean fires = day == days.through() && score > threshold;
            if (calm == NOT_OPEN && (fires || score > QUIET * threshold && raised.contains(day))) {
                episodes.add(new Episode(evidenceFrom(days, day), day, Episode.OPEN, false));
                calm = 0;
            }
            if (calm != NOT_OPEN) {
                score = Math.min(score, threshold);
                calm = score < QUIET * threshold ? (byte) (calm + 1) : 0;
                boolean seen = acknowledged.contains(day);
                if (seen || calm == QUIET_DAYS) {
                    Episode last = episodes.get(episodes.size() - 1);
                    episodes.set(episodes.size() - 1, last.ended(day, seen));
                    score = 0;
                    calm = NOT_OPEN;
                }
            }
            scores[day - firstDay] = score;
            quiet[day - firstDay] = calm;
        }
    }

    /** The score at the end of a day, 0 to the threshold. */
    public double score(int day) {
        return scores[day - firstDay];
    }

    /** The episodes as known now, in their order. */
    public List<Episode> episodes() {
        return List.copyOf(episodes);
    }

    private double increment(SeriesDays days, int day) {
        double dispersion = days.baseline().dispersion();
        return shift.increment(days.observed(day), days.expected(day), dispersion * dispersion);
    }

    /** The day, since the score last restarted, on which the change most likely began. */
    private int evidenceFrom(SeriesDays days, int firedOn) {
        int first = episodes.isEmpty()
                ? firstDay
                : episodes.get(episodes.size() - 1).end() + 1;
        int likeliest = firedOn;
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int day = firedOn; day >= first; day--) {
            sum += increment(days, day);
            if (sum > greatest) {
                greatest = sum;
                likeliest = day;
            }
        }
        return likeliest;
    }

    private void forget(int start) {
        while (!episodes.isEmpty() && episodes.get(episodes.size() - 1).day() >= start) {
            episodes.remove(episodes.size() - 1);
        }
        int last = episodes.size() - 1;
        if (last >= 0 && !episodes.get(last).isOpen() && episodes.get(last).end() >= start) {
            episodes.set(last, episodes.get(last).reopened());
        }
    }

    private void ensure(int days) {
        if (days > scores.length) {
            scores = Arrays.copyOf(scores, 2 * days);
            quiet = Arrays.copyOf(quiet, 2 * days);
        }
    }
}
