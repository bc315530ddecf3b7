package vaiwg.board.answer;

import java.util.Optional;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.schemas.Standing;

/**
 * What an owner answers to a signal, reports to the board, or says of a commitment.
 *
 * @param subject the signal, or what {@link BoardSubject} names
 * @param acknowledgement whether it only says that the signal was seen
 * @param standing how the commitment stands; empty of anything else, and where nothing is said
 * @param post the post that answers, never a person's name
 * @param login who is logged in, to whom the post is granted
 */
public record OwnerAnswer(
        String force,
        String subject,
        boolean acknowledgement,
        Optional<String> cause,
        Optional<String> action,
        Optional<Standing> standing,
        String post,
        String login) {}
