package vaiwg.demo;

import java.sql.SQLException;
import java.util.List;
import vaiwg.cli.terminal.TextTable;

/** The paper's counts beside its table, each with what the paper says in its place. */
final class PaperCountsTable implements ClosingTable {
    private record Row(String section, String said, HeadlineKey headline) {}

    private static final List<Row> ROWS = List.of(
            new Row("1.1.3", "28 % were offered no statement", audited("vps_offered")),
            new Row("1.1.3", "14 % were not told of the end", audited("end_of_journey_told")),
            new Row("1.1.3", "15 % were not referred", audited("referred_2d")),
            new Row("1.1.3", "7 % were referred late", audited("referred_late")),
            new Row("1.1.3", "51 % were not told of the Code", audited("code_informed")),
            new Row("2.3.3", "13 cases overdue", new HeadlineKey("cps_overdue", "stock", "all", "theme=rape")),
            new Row(
                    "2.3.3",
                    "9 re-submissions overdue",
                    new HeadlineKey("cps_resubmission_overdue", "stock", "all", "theme=rape")),
            new Row("2.3.4", "1,263 orders granted", new HeadlineKey("shpo_cumulative", "stock", "all", "")),
            new Row("2.3.5", "217 items, 2,015 rapes", new HeadlineKey("devices_examined", "recorded", "365d", "")));

    private static HeadlineKey audited(String kpi) {
        return new HeadlineKey(kpi, "recorded", "365d", "");
    }

    @Override
    public String title() {
        return "The paper's counts beside its table, counted from events";
    }

    @Override
    public String text(PublishedFigures figures) throws SQLException {
        TextTable table = new TextTable(List.of("Section", "The paper says", "Counted", "Value"));
        for (Row row : ROWS) {
            HeadlineFigure figure = figures.figure(row.headline());
            String counted = figure.denominator() == 0
                    ? TextTable.number(figure.numerator())
                    : TextTable.number(figure.numerator()) + " of " + TextTable.number(figure.denominator());
            table.row(List.of(row.section(), row.said(), counted, figure.value()));
        }
        return table + """

                The audit's shares are of what was done, the paper's of what was not: 72 of 100 were offered a statement. Who was not
                referred is the rest of 100 beside those referred in two days and later. The paper does not say how many were audited.
                """;
    }
}
