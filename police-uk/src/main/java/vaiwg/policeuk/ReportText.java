package vaiwg.policeuk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import vaiwg.cli.terminal.TextTable;

/** An {@link ImportReport} in words and columns, for a terminal 120 characters wide. */
final class ReportText {
    private static final String FORCE = "force";
    private static final String FILES_NOTE = """
            A month without a file between the first and the last is missing. A stub has too few rows to be a month.
            """;
    private static final String STREET_NOTE = """
            crimes = rows - without id - rejected - repeated. A row without an id cannot be followed and is not imported;
            of rows that repeat an id, the last one is the crime.
            """;
    private static final String OUTCOMES_NOTE = """
            An unknown crime is in no street file here (it may be older): its outcome is sent, and counts only as an orphan
            until the crime comes. A court result whose charge is not in the files is dated by its own month.
            """;
    private static final String CRIMES_NOTE = """
            The last row is the crime's outcome; within one month the source does not give the order of events.
            """;
    private static final List<Column> STREET_COLUMNS = List.of(
            new Column("rows", Count.STREET_ROWS),
            new Column("without\nid", Count.STREET_ROWS_WITHOUT_ID),
            new Column("rejected", Count.STREET_ROWS_REJECTED),
            new Column("repeated in\nthe month", Count.REPEATED_IN_MONTH),
            new Column("repeated in\nother month", Count.REPEATED_IN_OTHER_MONTH),
            new Column("crimes", Count.CRIMES));
    private static final List<Column> OUTCOME_COLUMNS = List.of(
            new Column("rows", Count.OUTCOME_ROWS),
            new Column("without\nid", Count.OUTCOME_ROWS_WITHOUT_ID),
            new Column("rejected", Count.OUTCOME_ROWS_REJECTED),
            new Column("of unknown\ncrimes", Count.ORPHAN_OUTCOME_ROWS),
            new Column("unknown\ncrimes", Count.ORPHAN_CRIMES),
            new Column("court result,\nno charge", Count.COURT_RESULTS_WITHOUT_CHARGE));
    private static final List<Column> CRIME_COLUMNS = List.of(
            new Column("crimes", Count.CRIMES),
            new Column("with an\noutcome", Count.CRIMES_WITH_OUTCOME),
            new Column("with\nseveral", Count.CRIMES_WITH_SEVERAL_OUTCOMES),
            new Column("several in\none month", Count.CRIMES_WITH_SEVERAL_OUTCOMES_IN_MONTH),
            new Column("replaced\nby another", Count.CRIMES_WITH_REPLACED_OUTCOME),
            new Column("outcome before\nthe crime", Count.CRIMES_WITH_OUTCOME_BEFORE_MONTH));

    private record Column(String heading, Count count) {}

    private final ImportReport report;

    ReportText(ImportReport report) {
        this.report = report;
    }

    @Override
    public String toString() {
        List<ForceReport> withOutcomes = report.forces().stream()
                .filter(force -> force.files(FileKind.OUTCOMES) > 0)
                .toList();
        List<String> sections = new ArrayList<>();
        sections.add("Files\n" + files() + FILES_NOTE);
        sections.add("Street files: what becomes a crime\n" + counts(report.forces(), STREET_COLUMNS) + STREET_NOTE);
        if (!withOutcomes.isEmpty()) {
            sections.add("Outcomes files: what becomes an outcome\n" + counts(withOutcomes, OUTCOME_COLUMNS)
                    + OUTCOMES_NOTE);
            sections.add("Crimes and their outcomes\n" + counts(withOutcomes, CRIME_COLUMNS) + CRIMES_NOTE);
        }
        sections.add("To look at\n" + findings());
        return String.join("\n", sections);
    }

    private TextTable files() {
        TextTable table = new TextTable(List.of(
                FORCE,
                "first\nmonth",
                "last\nmonth",
                "street\nfiles",
                "missing",
                "outcomes\nfiles",
                "missing",
                "stubs"));
        for (ForceReport force : report.forces()) {
            table.row(List.of(
                    force.force(),
                    force.firstMonth().toString(),
                    force.lastMonth().toString(),
                    TextTable.number(force.files(FileKind.STREET)),
                    TextTable.number(force.gaps(FileKind.STREET).size()),
                    TextTable.number(force.files(FileKind.OUTCOMES)),
                    TextTable.number(force.gaps(FileKind.OUTCOMES).size()),
                    TextTable.number(force.stubs().size())));
        }
        return table;
    }

    /** One line a force, and a total over the whole archive if there is more than one. */
    private TextTable counts(List<ForceReport> forces, List<Column> columns) {
        List<String> headings = new ArrayList<>(List.of(FORCE));
        columns.forEach(column -> headings.add(column.heading()));
        TextTable table = new TextTable(headings);
        for (ForceReport force : forces) {
            table.row(cells(force.force(), columns, force::count));
        }
        if (forces.size() > 1) {
            table.row(cells("total", columns, report::total));
        }
        return table;
    }

    private static List<String> cells(String name, List<Column> columns, ToLongFunction<Count> counts) {
        List<String> cells = new ArrayList<>(List.of(name));
        columns.forEach(column -> cells.add(TextTable.number(counts.applyAsLong(column.count()))));
        return cells;
    }

    private String findings() {
        List<String> findings = ImportFindings.of(report);
        return findings.isEmpty() ? "nothing\n" : "* " + String.join("\n* ", findings) + "\n";
    }
}
