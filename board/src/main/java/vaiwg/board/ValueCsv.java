package vaiwg.board;

import java.util.StringJoiner;

/**
 * The values of a snapshot as a file for other programs: RFC 4180 with a header, sorted by measure, basis, window and slice. A
 * share or rate has six decimals, rounded half up from the exact fraction; a cell of zero of zero has no line.
 */
final class ValueCsv {
    private static final String END = "\r\n";
    private static final String HEADER = "generation,force,kpi,priority,basis,window,slice,as_at,numerator,denominator,"
            + "value,small,suppressed,partial,definition_hash";

    private ValueCsv() {}

    static String of(PublishedSnapshot snapshot) {
        StringBuilder csv = new StringBuilder(HEADER).append(END);
        for (Cell cell : snapshot.cells().values()) {
            csv.append(line(snapshot, cell)).append(END);
        }
        return csv.toString();
    }

    private static String line(PublishedSnapshot snapshot, Cell cell) {
        DictionaryEntry measure = snapshot.measures().get(cell.key().kpi());
        Integer denominator = cell.denominator();
        boolean small = measure != null && denominator != null && denominator < measure.minimumN();
        StringJoiner fields = new StringJoiner(",");
        fields.add(String.valueOf(snapshot.generation()));
        fields.add(quoted(snapshot.force()));
        fields.add(quoted(cell.key().kpi()));
        fields.add(measure == null ? "" : quoted(measure.priority()));
        fields.add(quoted(cell.key().view().basis()));
        fields.add(quoted(cell.key().view().window()));
        fields.add(quoted(cell.key().slice()));
        fields.add(snapshot.asAt().toString());
        fields.add(cell.suppressed() ? "" : String.valueOf(cell.numerator()));
        fields.add(denominator == null ? "" : denominator.toString());
        fields.add(value(cell, measure != null && measure.kind() == DictionaryEntry.Kind.PERCENTILE));
        fields.add(String.valueOf(small));
        fields.add(String.valueOf(cell.suppressed()));
        fields.add(String.valueOf(snapshot.isPartial(cell.key().view())));
        fields.add(quoted(cell.definitionHash()));
        return fields.toString();
    }

    private static String value(Cell cell, boolean isPercentile) {
        if (cell.suppressed()) {
            return "";
        }
        if (cell.denominator() == null || isPercentile) {
            return String.valueOf(cell.numerator());
        }
        return cell.denominator() == 0
                ? ""
                : Fractions.rounded(cell.numerator(), cell.denominator(), 1, 6).toPlainString();
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
