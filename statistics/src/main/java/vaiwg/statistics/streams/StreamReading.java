package vaiwg.statistics.streams;

import vaiwg.schemas.EventStream;
import vaiwg.statistics.signals.SignalDays;

/**
 * How a force's stream comes, as of a midnight.
 *
 * @param newest the newest day with records, a day number; {@link #NONE} where none came
 * @param since of one that is silent the first day without records, or from which on the site expects them; of one that is halved the first
 *     day of the span that is compared; else {@link #NONE}
 * @param expectedWeek how many records a week are usual, or {@link Double#NaN} where nobody knows yet
 */
public record StreamReading(EventStream stream, StreamState state, int newest, int since, double expectedWeek) {
    public static final int NONE = Integer.MIN_VALUE;

    /**
     * The one sentence that is said wherever a figure rests on the stream; empty where nothing is wrong with it. Of a restricted stream it names
     * the stream alone: when its records came is for few.
     */
    public String sentence() {
        String records = records();
        return switch (state) {
            case SILENT -> {
                if (newest == NONE) {
                    yield records + " are expected and have never come; there are no figures that rest on them.";
                }
                yield records + " have not come "
                        + (stream.isRestricted() ? "as usual" : "since " + SignalDays.day(newest))
                        + "; figures that rest on them stand still.";
            }
            case HALVED ->
                records + " come at most half as often as is usual; figures that rest on them lack the rest.";
            default -> "";
        };
    }

    /** "Stalking records", "CPS referral records". */
    public String records() {
        return stream.title().replace(" recording", "") + " records";
    }
}
