package vaiwg.board.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * From when on owners are asked. What was put together later for midnights before a force went live was shown to nobody then: no owner could
 * have answered it.
 *
 * @param shownFrom the first midnight that was published; empty where no midnight before it is reconstructed
 */
public record OwnersClock(Optional<LocalDate> shownFrom) {
    /** The first midnight at which the owner of what was raised at one could know of it. */
    public LocalDate asked(LocalDate raisedOn) {
        return shownFrom.filter(first -> first.isAfter(raisedOn)).orElse(raisedOn);
    }

    /** For how many days an owner had not answered what was raised at a midnight. */
    public int days(LocalDate raisedOn, LocalDate until) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(asked(raisedOn), until));
    }
}
