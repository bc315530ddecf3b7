package vaiwg.board.answer;

import java.time.Instant;

/** Where owners' answers go, as events. */
@FunctionalInterface
public interface AnswerTopic {
    /**
     * Writes an answer, and returns when it cannot be lost any more.
     *
     * @return when it was said
     * @throws AnswerException where it was not written
     */
    Instant send(OwnerAnswer answer);
}
