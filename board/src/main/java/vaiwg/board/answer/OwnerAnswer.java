package vaiwg.board.answer;

import java.util.Optional;

/**
 * What an owner answers to a signal.
 *
 * @param acknowledgement whether it only says that the signal was seen
 * @param post the post that answers, never a person's name
 */
public record OwnerAnswer(
        String force,
        String signalId,
        boolean acknowledgement,
        Optional<String> cause,
        Optional<String> action,
        String post) {}
