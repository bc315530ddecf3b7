package vaiwg.statistics.signals.alarm;

/**
 * A time during which the score of a series stood beyond its threshold, as the days are known now.
 *
 * @param evidenceFrom the day after the score last was 0: since about when it differs
 * @param day the day whose outcomes brought the score beyond the threshold
 * @param end the day on which it ended, or {@link #OPEN}
 * @param acknowledged whether an acknowledgement ended it; otherwise the score had been low for long
 */
public record Episode(int evidenceFrom, int day, int end, boolean acknowledged) {
    /** The end of an episode that has none yet. */
    public static final int OPEN = Integer.MAX_VALUE;

    public boolean isOpen() {
        return end == OPEN;
    }

    /** Whether it stood on a day from {@code from} to {@code to}. */
    boolean overlaps(int from, int to) {
        return day <= to && end >= from;
    }

    Episode ended(int onDay, boolean byAcknowledgement) {
        return new Episode(evidenceFrom, day, onDay, byAcknowledgement);
    }

    Episode reopened() {
        return new Episode(evidenceFrom, day, OPEN, false);
    }
}
