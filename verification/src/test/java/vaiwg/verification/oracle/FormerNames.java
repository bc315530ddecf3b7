package vaiwg.verification.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vaiwg.kpis.catalogue.Column;

/** The names that figures had when what is a value of a dimension now was a measure of its own, as docs/changes/dimensions.md lists them. */
final class FormerNames {
    private static final Path LIST = Path.of("../docs/changes/dimensions.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z0-9_]+)` \\| `([a-z0-9_]+)` \\| `([a-z_]+=[a-z0-9_]+)` \\|");
    /** Places in a line of figures. */
    private static final int MEASURE = 3;

    private static final int SLICE = 6;

    /** By measure and value the former measure. */
    private final Map<String, Map<String, String>> measures = new HashMap<>();

    FormerNames() throws IOException {
        for (String line : Files.readAllLines(LIST)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                measures.computeIfAbsent(row.group(2), measure -> new HashMap<>())
                        .put(row.group(3), row.group(1));
            }
        }
    }

    /** How many there are. */
    int size() {
        return measures.values().stream().mapToInt(Map::size).sum();
    }

    /** The former measure of a column, or the measure. */
    String measure(Column column) {
        String measure = column.measure().slug();
        return column.variant()
                .map(value -> measures.getOrDefault(measure, Map.of()).getOrDefault(value.slice(), measure))
                .orElse(measure);
    }

    /** A line of {@link FigureLines} under the former names. */
    String of(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length <= SLICE || !measures.containsKey(fields[MEASURE])) {
            return line;
        }
        Map<String, String> values = measures.get(fields[MEASURE]);
        for (String cut : fields[SLICE].split(";")) {
            if (values.containsKey(cut)) {
                fields[MEASURE] = values.get(cut);
                fields[SLICE] = String.join(
                        ";",
                        List.of(fields[SLICE].split(";")).stream()
                                .filter(other -> !other.equals(cut))
                                .toList());
            }
        }
        return String.join(",", fields);
    }
}
