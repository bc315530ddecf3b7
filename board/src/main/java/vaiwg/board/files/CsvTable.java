package vaiwg.board.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as RFC 4180 has it: UTF-8, commas, CRLF, a header; a field with a comma, a quotation mark or an end of line is in quotation
 * marks. An empty field is a value that there is not.
 *
 * @param name the file's
 */
record CsvTable<T>(String name, String title, String description, List<CsvColumn<T>> columns) {
    private static final String END = "\r\n";

    byte[] of(List<T> rows) {
        StringBuilder csv = new StringBuilder();
        csv.append(columns.stream().map(CsvColumn::name).collect(Collectors.joining(",")))
                .append(END);
        for (T row : rows) {
            csv.append(columns.stream()
                            .map(column -> field(column.value().apply(row)))
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
