package vaiwg.board.web;

import java.time.Duration;

/**
 * How long a log-in with name and password lasts.
 *
 * @param idle it ends after so long without a request
 * @param longest it ends after so long whatever is asked for
 */
public record LogInTerm(Duration idle, Duration longest) {
    /** Half an hour, and the longest shift. */
    public static final int IDLE_MINUTES = 30;

    public static final int LONGEST_HOURS = 12;

    /** @throws IllegalArgumentException in one sentence, where the first is longer than the second */
    public LogInTerm {
        if (idle.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "A log-in that ends in any case ends no earlier than one that is not used: give --log-in-idle less"
                            + " time than --log-in-longest.");
        }
    }
}
