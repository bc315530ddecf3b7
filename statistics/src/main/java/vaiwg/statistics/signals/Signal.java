package vaiwg.statistics.signals;

import vaiwg.kpis.digest.Sha256;
import vaiwg.schemas.Slugged;

/**
 * Something to put on record of a figure that left its usual range, or of what became of it. Nothing said is ever changed, only
 * followed by something else about the same signal.
 *
 * @param asAt the midnight at which it is published, by the day that the midnight begins
 * @param kpi the measure's name
 * @param basis of the figure; {@code daily} for the daily alarm
 * @param window of the figure; {@code 1d} for the daily alarm
 * @param slice as in {@code kpi_value}: empty for the total
 * @param rule that was completed, a slug
 * @param day the day, or the last day of the block, that completed the rule for the first time; with it the signal has its {@link #id}
 * @param since since about when the figure differs, a day number
 * @param n how many cases it rests on
 * @param observed what was observed: a number of outcomes, or a share from 0 to 1
 * @param expected what was to be expected, in the same unit
 * @param amount 1 where the figure is more than usual, -1 where it is less; of rare events, whose observed value is days between two, fewer
 *     days are more
 * @param dispersion σ_z, 1 or more: how much more than by chance alone the figure varies
 * @param falseAlarms how often chance does the same, in words
 * @param paragraph two sentences: what was seen, what to do and how sure it is, or what became of it; of the service, never of a victim
 */
public record Signal(
        int asAt,
        String kpi,
        String basis,
        String window,
        String slice,
        String rule,
        State state,
        Change change,
        int day,
        int since,
        int n,
        double observed,
        double expected,
        int amount,
        double dispersion,
        String falseAlarms,
        String paragraph) {
    private static final int DIGITS = 12;

    /** How to take it. The order is kept in state. */
    public enum State implements Slugged {
        /** Look, and wait for a confirmation. */
        WATCH,
        /** Find the cause. */
        ACT,
        /** Look at the data first: they changed in the same time. */
        DATA_QUALITY;
    }

    /** What is said of it now. The order is kept in state: new ones go to the end. */
    public enum Change implements Slugged {
        RAISED,
        /** Somebody has seen it, and it ended with that. */
        ACKNOWLEDGED,
        /** The figure is back in its usual range. */
        ENDED,
        /** A correction took away its evidence. */
        WITHDRAWN,
        /**
         * It is open and to be taken otherwise: a block that ended since tells that the data changed, in its own days or in those of
         * another signal that called for action in its place.
         */
        TURNED,
        /** A later block says the same. */
        CONFIRMED;
    }

    /**
     * The name of the signal in a force: the same for all that is said of it, and in every rebuild.
     *
     * @throws IllegalStateException where Java has no SHA-256, as every Java has
     */
    public String id(String force) {
        return id(force, kpi, basis, window, slice, rule, day);
    }

    /** The same by what it is made of. */
    public static String id(String force, String kpi, String basis, String window, String slice, String rule, int day) {
        String key = String.join("|", force, kpi, basis, window, slice, rule, Integer.toString(day));
        return Sha256.hex(key).substring(0, DIGITS);
    }
}
