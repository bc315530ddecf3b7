package vaiwg.board.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import vaiwg.board.Days;
import vaiwg.board.Tier;
import vaiwg.board.figures.PublishedNote;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.text.Digits;

/** What the board asked for at its meetings: carried forward until it is done, and then shown once more. Words are not for the public. */
final class BoardActions {
    private static final int MOST = 8;
    private static final int DAYS_WITHOUT_REPORT = 56;

    /** Not alone in a last row. */
    private static final String LATE = "\u00a0late";

    private BoardActions() {}

    /** Those that are open, the earliest due first, and those that were said to be done since the report before. */
    static List<BoardAction> of(Material material) {
        LocalDate since = material.edition().previous().orElse(material.asAt().minusDays(DAYS_WITHOUT_REPORT));
        return material.edition().tier() == Tier.PUBLIC ? List.of() : shown(material.notes(), since);
    }

    /** @param notes the oldest first */
    static List<BoardAction> shown(List<PublishedNote> notes, LocalDate since) {
        return notes.stream()
                .filter(note -> BoardSubject.isAction(note.signalId()))
                .collect(Collectors.toMap(
                        PublishedNote::signalId, BoardAction::of, BoardAction::then, LinkedHashMap::new))
                .values()
                .stream()
                .filter(action -> action.isOpen() || !action.told().isBefore(since))
                .sorted(Comparator.comparing(BoardAction::isOpen)
                        .reversed()
                        .thenComparing(action -> action.due().orElse(LocalDate.MAX)))
                .toList();
    }

    /** An action a line, with how it stands on a day. */
    static Block.Grid table(List<BoardAction> actions, LocalDate asAt) {
        int more = actions.size() - MOST;
        String note = more > 0
                ? ReportWords.capital(ReportWords.counted(more, "more is", "more are")) + " due later or done."
                : "";
        List<Line> lines =
                actions.stream().limit(MOST).map(action -> line(action, asAt)).toList();
        return new Block.Grid(
                "Actions the Board asked for",
                note,
                "Action",
                List.of("Meeting", "Post", "Due", "How it stands"),
                lines);
    }

    private static Line line(BoardAction action, LocalDate asAt) {
        return new Line(
                title(action),
                List.of(
                        Cell.of(Days.briefMonth(action.meeting())),
                        Cell.of(action.owner().isEmpty() ? "Not named" : ReportWords.capital(action.owner())),
                        Cell.of(action.due()
                                .map(day -> ReportWords.shortDay(day, asAt))
                                .orElse("No day")),
                        Cell.of((standing(action, asAt) + ". " + action.said()).strip())),
                false);
    }

    static String title(BoardAction action) {
        return action.text().isEmpty() ? "Not told" : action.text();
    }

    /** "Done 3 Nov", "Done 3 Nov, 14 days late", "Overdue by 12 days", "Open". */
    static String standing(BoardAction action, LocalDate asAt) {
        if (!action.isOpen()) {
            LocalDate done = action.done().orElseThrow();
            return "Done " + ReportWords.shortDay(done, asAt)
                    + action.due()
                            .filter(due -> due.isBefore(done))
                            .map(due -> ", " + late(due, done) + LATE)
                            .orElse("");
        }
        return action.isOverdue(asAt) ? "Overdue by " + late(action.due().orElseThrow(), asAt) : "Open";
    }

    /** "12 days" from when what is late was due to a day. */
    static String late(LocalDate due, LocalDate day) {
        int days = Math.toIntExact(ChronoUnit.DAYS.between(due, day));
        return Digits.count(days) + (days == 1 ? " day" : " days");
    }
}
