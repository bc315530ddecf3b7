package vaiwg.board.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.files.Sheet.Block;
import vaiwg.board.files.Sheet.Cell;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Report;

/** The first sheet: what the workbook is, of which day, for whom, how far approved, and what each sheet holds. */
final class AboutSheet {
    private static final String NAME = "About";

    private AboutSheet() {}

    static String title(Edition edition) {
        return "Strategy Board report, " + edition.forceTitle() + ", as at " + edition.asAt();
    }

    static Sheet of(Report report, List<Sheet> others) {
        Edition edition = report.edition();
        List<List<Cell>> rows = new ArrayList<>();
        if (edition.synthetic()) {
            row(rows, "SYNTHETIC DATA", "Invented records of no real person or case. Not for decisions.");
        }
        row(rows, "Force", edition.forceTitle());
        rows.add(List.of(Cell.of("As at"), Cell.of(edition.asAt())));
        edition.previous().ifPresent(day -> rows.add(List.of(Cell.of("Last report"), Cell.of(day))));
        edition.yearBefore().ifPresent(day -> rows.add(List.of(Cell.of("Compared with"), Cell.of(day))));
        row(rows, "Tier", word(edition.tier()) + (report.restricted() ? ", restricted annex" : ""));
        row(rows, "Status", word(edition.status()));
        edition.number().ifPresent(number -> rows.add(List.of(Cell.of("Edition"), Cell.of(number))));
        edition.approvedBy().ifPresent(post -> row(rows, "Approved by", post));
        edition.correction().ifPresent(text -> row(rows, "Correction", text));
        row(rows, "Owners' notes until", edition.notesUntil().toString());
        row(rows, "Kind", edition.reconstructed() ? "reconstructed from history" : "published on its day");
        row(rows, "Breakdowns", edition.themesOnly() ? "totals and themes" : "all that were published");
        if (!edition.complete()) {
            row(rows, "Incomplete", "Some sources had not sent all that they had, or count otherwise.");
        }
        rows.add(List.of(Cell.of("Publication"), Cell.of(edition.publication())));
        row(rows, "Definitions", edition.catalogue());
        edition.historyFrom().ifPresent(day -> rows.add(List.of(Cell.of("First event"), Cell.of(day))));
        for (Map.Entry<String, String> stream : edition.dataThrough().entrySet()) {
            row(rows, "Data through: " + stream.getKey(), stream.getValue());
        }
        List<List<Cell>> names =
                others.stream().map(sheet -> List.of(Cell.of(sheet.name()))).toList();
        return new Sheet(
                NAME,
                Optional.of(title(edition)),
                List.of(30, 60),
                List.of(
                        new Block("", "Management information, provisional; not official statistics.", List.of(), rows),
                        new Block("Sheets", "", List.of(), names)));
    }

    private static void row(List<List<Cell>> rows, String title, String text) {
        rows.add(List.of(Cell.of(title), Cell.of(text)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
