package vaiwg.board.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import vaiwg.board.figures.PublishedNote;
import vaiwg.kpis.catalogue.BoardSubject;

/**
 * What a meeting of the board asked for, as the notes on it say together.
 *
 * @param meeting its month
 * @param text what is to be done; may be empty
 * @param owner the post that is to do it; empty where none is named
 * @param said what was said of it last; may be empty
 * @param due the day by which it is to be done; empty where none is named
 * @param done the day on which it was done; empty while it is open
 * @param told the day of the newest note on it
 */
record BoardAction(
        YearMonth meeting,
        String text,
        String owner,
        String said,
        Optional<LocalDate> due,
        Optional<LocalDate> done,
        LocalDate told) {
    static BoardAction of(PublishedNote note) {
        return new BoardAction(
                BoardSubject.askedAt(note.signalId()).orElseThrow(),
                note.action(),
                note.owner(),
                note.cause(),
                note.due(),
                note.done(),
                note.on());
    }

    /** With a later note: what that does not say holds, but that it was done where the later one names a day by which it is to be done. */
    BoardAction then(BoardAction later) {
        return new BoardAction(
                meeting,
                later.text.isEmpty() ? text : later.text,
                later.owner.isEmpty() ? owner : later.owner,
                later.said.isEmpty() ? said : later.said,
                later.due.or(() -> due),
                later.done.or(() -> done.filter(day -> later.due.isEmpty())),
                later.told);
    }

    boolean isOpen() {
        return done.isEmpty();
    }

    /** Whether its day has passed on a day. */
    boolean isOverdue(LocalDate on) {
        return isOpen() && due.filter(day -> day.isBefore(on)).isPresent();
    }
}
