package vaiwg.demo;

import java.sql.SQLException;
import java.util.List;
import vaiwg.cli.terminal.TextTable;

/** The paper's table of outcome 16, row by row as it stands there. */
final class PaperTable implements ClosingTable {
    private static final String UNION = "Any of the four, each crime once";

    private record Row(String theme, String slice) {}

    private static final List<Row> ROWS = List.of(
            new Row("All Rape", "theme=rape"),
            new Row("All other sexual offences", "theme=other_sexual"),
            new Row("Stalking & Harassment", "theme=stalking_harassment"),
            new Row("All DA marked offences", "theme=domestic_abuse"),
            new Row(UNION, ""));

    @Override
    public String title() {
        return "The paper's table of outcome 16 (section 2.3.6), counted from events";
    }

    @Override
    public String text(PublishedFigures figures) throws SQLException {
        TextTable table = new TextTable(List.of("Theme", "Recorded", "Outcome 16", "%"));
        for (Row row : ROWS) {
            HeadlineFigure figure = figures.figure(new HeadlineKey("victim_attrition", "to_date", "365d", row.slice()));
            table.row(List.of(
                    row.theme(),
                    TextTable.number(figure.denominator()),
                    TextTable.number(figure.numerator()),
                    figure.value()));
        }
        return table + """

                Domestic abuse (DA) overlaps the other three, so the rows do not add up: the last line counts each crime once.
                The paper states neither period nor basis. Here: recorded in 365 days, outcomes known by the end (to_date, 365d).
                """;
    }
}
