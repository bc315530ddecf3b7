package vaiwg.cli.policeuk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.cli.TextTable;

/** What a release changes of earlier ones, month by month, for a terminal 120 characters wide. */
final class CorrectionText {
    private static final String NOTE = """
            vanished: an earlier release had the crime, this one has its month without it; it is cancelled (not_in_release).
            A crime that changed month or type is counted where it is now. Place: only the LSOA differs.
            """;
    private static final Map<Cause, String> HEADINGS = new EnumMap<>(Map.of(
            Cause.NEWLY_RECORDED, "newly\nrecorded",
            Cause.NOT_IN_RELEASE, "vanished",
            Cause.REINSTATED, "back\nagain",
            Cause.RECLASSIFIED, "other\ntype",
            Cause.MOVED_MONTH, "other\nmonth",
            Cause.MOVED_PLACE, "other\nplace",
            Cause.OUTCOME_ADDED, "outcome\nadded",
            Cause.OUTCOME_CHANGED, "outcome\nchanged",
            Cause.OUTCOME_WITHDRAWN, "outcome\nwithdrawn"));

    private record Line(String force, YearMonth month) {}

    private final ImportReport report;

    CorrectionText(ImportReport report) {
        this.report = report;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("What this release corrects: crimes, known from " + report.published());
        text.append('\n').append(report.changes().isEmpty() ? "nothing\n" : table() + NOTE);
        for (String stub : report.ignoredStubs()) {
            text.append("* ")
                    .append(stub)
                    .append(" has less than a tenth of what the earlier release had: nothing vanishes by it.\n");
        }
        return text.toString();
    }

    private TextTable table() {
        Map<Line, Map<Cause, Long>> lines =
                new TreeMap<>(Comparator.comparing(Line::force).thenComparing(Line::month));
        Map<Cause, Long> total = new EnumMap<>(Cause.class);
        for (ReleaseChange change : report.changes()) {
            long crimes =
                    change.came() + change.altered() + (change.cause() == Cause.NOT_IN_RELEASE ? change.went() : 0);
            lines.computeIfAbsent(new Line(change.force(), change.month()), line -> new EnumMap<>(Cause.class))
                    .merge(change.cause(), crimes, Long::sum);
            total.merge(change.cause(), crimes, Long::sum);
        }
        List<String> headings = new ArrayList<>(List.of("force", "month"));
        HEADINGS.values().forEach(headings::add);
        TextTable table = new TextTable(headings);
        lines.forEach(
                (line, counts) -> table.row(cells(line.force(), line.month().toString(), counts)));
        table.row(cells("total", "", total));
        return table;
    }

    private static List<String> cells(String force, String month, Map<Cause, Long> counts) {
        List<String> cells = new ArrayList<>(List.of(force, month));
        HEADINGS.keySet().forEach(cause -> cells.add(TextTable.number(counts.getOrDefault(cause, 0L))));
        return cells;
    }
}
