package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.cli.terminal.TextTable;

/** What a release changes of earlier ones, month by month, for a terminal 120 characters wide. */
final class CorrectionText {
    private static final String NOTE = """
            vanished: an earlier release had the crime, this one has its month without it; it is cancelled (not_in_release).
            A crime that changed month or type is counted where it is now. Place: only the LSOA differs.
            """;
    private static final List<Column> COLUMNS = List.of(
            new Column("newly\nrecorded", CorrectionCause.NEWLY_RECORDED),
            new Column("vanished", CorrectionCause.NOT_IN_RELEASE),
            new Column("back\nagain", CorrectionCause.REINSTATED),
            new Column("other\ntype", CorrectionCause.RECLASSIFIED),
            new Column("other\nmonth", CorrectionCause.MOVED_MONTH),
            new Column("other\nplace", CorrectionCause.MOVED_PLACE),
            new Column("outcome\nadded", CorrectionCause.OUTCOME_ADDED),
            new Column("outcome\nchanged", CorrectionCause.OUTCOME_CHANGED),
            new Column("outcome\nwithdrawn", CorrectionCause.OUTCOME_WITHDRAWN));

    private record Column(String heading, CorrectionCause cause) {}

    private record Line(String force, YearMonth month) {}

    private final ImportReport report;

    CorrectionText(ImportReport report) {
        this.report = report;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("What this release corrects: crimes, known from " + report.published());
        text.append('\n').append(report.changes().isEmpty() ? "nothing\n" : table() + NOTE);
        report.doubts().forEach(doubt -> text.append("* ").append(doubt).append(".\n"));
        return text.toString();
    }

    private TextTable table() {
        Map<Line, Map<CorrectionCause, Long>> lines =
                new TreeMap<>(Comparator.comparing(Line::force).thenComparing(Line::month));
        Map<CorrectionCause, Long> total = new EnumMap<>(CorrectionCause.class);
        for (ReleaseChange change : report.changes()) {
            long crimes = change.came()
                    + change.altered()
                    + (change.cause() == CorrectionCause.NOT_IN_RELEASE ? change.went() : 0);
            lines.computeIfAbsent(
                            new Line(change.force(), change.month()), line -> new EnumMap<>(CorrectionCause.class))
                    .merge(change.cause(), crimes, Long::sum);
            total.merge(change.cause(), crimes, Long::sum);
        }
        List<String> headings = new ArrayList<>(List.of("force", "month"));
        COLUMNS.forEach(column -> headings.add(column.heading()));
        TextTable table = new TextTable(headings);
        lines.forEach(
                (line, counts) -> table.row(cells(line.force(), line.month().toString(), counts)));
        table.row(cells("total", "", total));
        return table;
    }

    private static List<String> cells(String force, String month, Map<CorrectionCause, Long> counts) {
        List<String> cells = new ArrayList<>(List.of(force, month));
        COLUMNS.forEach(column -> cells.add(TextTable.number(counts.getOrDefault(column.cause(), 0L))));
        return cells;
    }
}
