package vaiwg.board.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.report.Beside;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.Target;

/** What must be said of a table's figures, once each and with a letter. */
final class Footnotes {
    private final List<String> notes;

    Footnotes(List<ScoreRow> rows) {
        notes = rows.stream()
                .flatMap(Footnotes::of)
                .filter(note -> !note.isEmpty())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Stream<String> of(ScoreRow row) {
        return Stream.concat(
                Stream.of(row.note(), row.target().map(Target::remark).orElse("")),
                row.beside().stream().map(Beside::remark));
    }

    /** The letter of a note; empty for an empty one. */
    String mark(String note) {
        int place = notes.indexOf(note);
        return place < 0 ? "" : String.valueOf((char) ('a' + place % 26)).repeat(place / 26 + 1);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
