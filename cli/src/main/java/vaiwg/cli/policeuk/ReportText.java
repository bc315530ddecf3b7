package vaiwg.cli.policeuk;

import java.util.List;
import java.util.stream.Stream;

/** An {@link ImportReport} in words and columns, for a terminal 120 characters wide. */
final class ReportText {
    private static final String FORCE = "force";
    private static final List<Column> STREET_COLUMNS = List.of(
            new Column("rows", Count.STREET_ROWS),
            new Column("without\nid", Count.STREET_ROWS_WITHOUT_ID),
            new Column("refused", Count.STREET_ROWS_REFUSED),
            new Column("repeated in\nthe month", Count.REPEATED_IN_MONTH),
            new Column("repeated in\nother month", Count.REPEATED_IN_OTHER_MONTH),
            new Column("crimes", Count.CRIMES));
    private static final List<Column> OUTCOME_COLUMNS = List.of(
            new Column("rows", Count.OUTCOME_ROWS),
            new Column("without\nid", Count.OUTCOME_ROWS_WITHOUT_ID),
            new Column("refused", Count.OUTCOME_ROWS_REFUSED),
            new Column("of unknown\ncrimes", Count.ORPHAN_OUTCOME_ROWS),
            new Column("unknown\ncrimes", Count.ORPHAN_CRIMES),
            new Column("court result,\nno charge", Count.COURT_RESULTS_WITHOUT_CHARGE));
    private static final List<Column> CRIME_COLUMNS = List.of(
            new Column("crimes", Count.CRIMES),
            new Column("with an\noutcome", Count.CRIMES_WITH_OUTCOME),
            new Column("with\nseveral", Count.CRIMES_WITH_SEVERAL_OUTCOMES),
            new Column("several in\none month", Count.CRIMES_WITH_SEVERAL_OUTCOMES_IN_MONTH),
            new Column("outcome before\nthe crime", Count.CRIMES_WITH_OUTCOME_BEFORE_MONTH));

    private record Column(String heading, Count count) {}

    private final ImportReport report;

    ReportText(ImportReport report) {
        this.report = report;
    }

    @Override
    public String toString() {
        return String.join(
                "\n",
                "Files\n" + files(),
                "Street files: what becomes a crime\n" + counts(STREET_COLUMNS),
                "A row without an id cannot be followed and is not imported. Of repeated rows the last one is the crime's.\n"
                        + "crimes = rows - without id - refused - repeated\n",
                "Outcomes files: what becomes an outcome\n" + counts(OUTCOME_COLUMNS),
                "An unknown crime is in no street file here (it may be older): its outcome is sent, and counts for nothing\n"
                        + "until the crime comes. A court result whose charge is not in the files is dated by its own month.\n",
                "Crimes and their outcomes\n" + counts(CRIME_COLUMNS),
                "The last row is the crime's outcome; within one month the source does not tell the order of events.\n",
                "To look at\n" + findings());
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
                    TextTable.number(force.files(false)),
                    TextTable.number(force.gaps(false).size()),
                    TextTable.number(force.files(true)),
                    TextTable.number(force.gaps(true).size()),
                    TextTable.number(force.stubs().size())));
        }
        return table;
    }

    private TextTable counts(List<Column> columns) {
        TextTable table =
                new TextTable(Stream.concat(Stream.of(FORCE), columns.stream().map(Column::heading))
                        .toList());
        for (ForceReport force : report.forces()) {
            table.row(Stream.concat(
                            Stream.of(force.force()),
                            columns.stream().map(column -> TextTable.number(force.count(column.count()))))
                    .toList());
        }
        if (report.forces().size() > 1) {
            table.row(Stream.concat(
                            Stream.of("total"),
                            columns.stream().map(column -> TextTable.number(report.total(column.count()))))
                    .toList());
        }
        return table;
    }

    private String findings() {
        List<String> findings = Findings.of(report);
        return findings.isEmpty() ? "nothing\n" : "* " + String.join("\n* ", findings) + "\n";
    }
}
