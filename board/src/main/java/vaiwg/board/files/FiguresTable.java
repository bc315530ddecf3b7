package vaiwg.board.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vaiwg.board.files.ReportFigures.Shown;
import vaiwg.board.report.Bases;

/**
 * The report's figures as a table: RFC 4180, UTF-8, commas, CRLF, a header; a field with a comma, a quotation mark or an end of line is in
 * quotation marks. An empty field is a value that there is not.
 */
final class FiguresTable {
    static final List<Column> COLUMNS = List.of(
            new Column("kpi", "Measure", f -> f.figure().kpi()),
            new Column("basis", "Basis", f -> f.figure().key().basis()),
            new Column("window", "Window", f -> f.figure().key().window()),
            new Column("slice", "Breakdown", f -> f.figure().key().slice()),
            new Column("as_at", "As at", f -> f.figure().asAt()),
            new Column("unit", "Unit", f -> f.figure().unit()),
            new Column("numerator", "Count", f -> FigureNumbers.numerator(f.figure())),
            new Column("denominator", "Of", f -> FigureNumbers.denominator(f.figure())),
            new Column("value", "Value", f -> FigureNumbers.value(f.figure())),
            new Column("lower", "Lower bound", f -> FigureNumbers.lower(f.figure())),
            new Column("upper", "Upper bound", f -> FigureNumbers.upper(f.figure())),
            new Column("state", "State", f -> f.figure().state()),
            new Column("page", "Page", f -> f.page()),
            new Column("table", "Table", f -> f.table()),
            new Column("title", "Row", f -> f.row()),
            new Column("column", "Column", f -> f.column()),
            new Column("followed", "Followed", f -> Bases.label(f.figure().key().basis())));

    private static final String END = "\r\n";

    private FiguresTable() {}

    /**
     * @param name in the file
     * @param title in the workbook
     * @param value a String, Integer, Double, LocalDate or enum; null or NaN for an empty cell
     */
    record Column(String name, String title, Function<Shown, Object> value) {}

    static byte[] csv(List<Shown> figures) {
        StringBuilder csv = new StringBuilder();
        csv.append(COLUMNS.stream().map(Column::name).collect(Collectors.joining(",")))
                .append(END);
        for (Shown figure : figures) {
            csv.append(COLUMNS.stream()
                            .map(column -> field(column.value().apply(figure)))
                            .collect(Collectors.joining(",")))
                    .append(END);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(Object value) {
        if (value == null || value instanceof Double number && number.isNaN()) {
            return "";
        }
        if (value instanceof Double number) {
            return FigureNumbers.plain(number);
        }
        return value instanceof String text ? quoted(SafeText.of(text)) : value.toString();
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
