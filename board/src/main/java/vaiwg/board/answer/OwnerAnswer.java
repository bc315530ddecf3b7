package vaiwg.board.answer;

import java.time.LocalDate;
import java.util.Optional;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.schemas.Standing;

/**
 * What an owner answers to a signal, reports to the board, says of a commitment or an action of the board, or has done.
 *
 * @param subject the signal, or what {@link BoardSubject} names
 * @param acknowledgement whether it only says that the signal was seen
 * @param standing how the commitment stands; empty of anything else, and where nothing is said
 * @param terms who is to do an action of the board, and when; nothing of anything else
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
        Terms terms,
        String post,
        String login) {
    /**
     * What is said of an action of the board beside words; each empty where nothing is said.
     *
     * @param owner the post that is to do it
     * @param due the day by which it is to be done
     * @param done the day on which it was done
     */
    public record Terms(Optional<String> owner, Optional<LocalDate> due, Optional<LocalDate> done) {
        public static final Terms NONE = new Terms(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
