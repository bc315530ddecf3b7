package vaiwg.board.figures;

import java.time.LocalDate;
import java.util.Optional;
import vaiwg.schemas.Standing;

/**
 * What an owner says of a signal, reports to the board, says of a commitment or an action of the board, or has done.
 *
 * @param signalId the signal, or what {@link vaiwg.kpis.catalogue.BoardSubject} names
 * @param cause may be empty, as {@code action} may be
 * @param post never a person's name
 * @param login who was logged in; empty where that was not recorded
 * @param on the London day of the note
 * @param acknowledgement whether it only says that somebody looks
 * @param standing how the commitment stands; empty of anything else
 * @param owner the post that is to do an action of the board; empty where it does not say, as the days are
 * @param due the day by which it is to be done
 * @param done the day on which it was done
 */
public record PublishedNote(
        String signalId,
        boolean acknowledgement,
        String cause,
        String action,
        String post,
        Optional<String> login,
        LocalDate on,
        Optional<Standing> standing,
        String owner,
        Optional<LocalDate> due,
        Optional<LocalDate> done) {
    /** "logged in as j.smith", or that it was not recorded. */
    public String loggedIn() {
        return login.map(name -> "logged in as " + name).orElse("login not recorded");
    }
}
