package vaiwg.board.figures;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What an owner says of a signal.
 *
 * @param cause may be empty, as {@code action} may be
 * @param post never a person's name
 * @param on the London day of the note
 * @param acknowledgement whether it only says that somebody looks
 */
public record OwnerNote(
        String signalId,
        long version,
        boolean acknowledgement,
        String cause,
        String action,
        String post,
        LocalDate on,
        Instant knownAt) {}
