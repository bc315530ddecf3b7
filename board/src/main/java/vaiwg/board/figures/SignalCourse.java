package vaiwg.board.figures;

import java.time.LocalDate;
import java.util.List;

/** A signal with all that was said of it up to a snapshot, oldest first. */
public record SignalCourse(String id, List<SignalChange> changes) {
    public SignalChange first() {
        return changes.get(0);
    }

    public SignalChange newest() {
        return changes.get(changes.size() - 1);
    }

    /** The newest row that says what the figures show: an acknowledgement only says that somebody looks. */
    public SignalChange evidence() {
        return changes.stream()
                .filter(change -> !change.change().equals("acknowledged") && !change.closes())
                .reduce((earlier, later) -> later)
                .orElse(first());
    }

    public SeriesKey key() {
        return first().key();
    }

    public boolean isOpen() {
        return !newest().closes();
    }

    public LocalDate raisedOn() {
        return first().asAt();
    }
}
