package vaiwg.cli.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.reference.ReferenceFile;

/**
 * Which column of a table says what.
 *
 * @param columns by what they say: force, area, period, year, quarter, group, code, outcome
 * @param counts the columns of numbers
 */
record Layout(String name, Map<String, String> columns, List<Counts> counts) {
    /**
     * A column of numbers.
     *
     * @param group the offences that it counts; empty where the line says them
     * @param outcome the outcome that it counts; empty where the line says it, or crimes are counted
     */
    record Counts(String column, CountedBy by, String group, String outcome) {}

    static List<Layout> all() {
        Map<String, Layout> layouts = new LinkedHashMap<>();
        for (Map<String, String> row : file("layouts.csv").rows()) {
            Layout layout = layouts.computeIfAbsent(
                    row.get("layout"), name -> new Layout(name, new LinkedHashMap<>(), new ArrayList<>()));
            String says = row.get("says");
            Optional<CountedBy> by = CountedBy.find(says);
            if (by.isPresent()) {
                layout.counts.add(new Counts(row.get("column"), by.get(), row.get("group"), row.get("outcome")));
            } else {
                layout.columns.put(says, row.get("column"));
            }
        }
        return List.copyOf(layouts.values());
    }

    /** The layout of a table with these columns; empty where it has none that is known. */
    static Optional<Layout> of(List<String> head) {
        return all().stream()
                .filter(layout -> head.containsAll(layout.names()))
                .max(Comparator.comparingInt(layout -> layout.names().size()));
    }

    /** What a table may be, for who has another one. */
    static String choices() {
        return all().stream()
                .map(layout -> layout.name
                        + layout.names().stream()
                                .map(column -> column.isEmpty() ? "one without a name" : column)
                                .collect(Collectors.joining(", ", " (", ")")))
                .collect(Collectors.joining("; "));
    }

    boolean says(String what) {
        return columns.containsKey(what);
    }

    private List<String> names() {
        return Stream.concat(columns.values().stream(), counts.stream().map(Counts::column))
                .toList();
    }

    /** A file of this package's data. */
    static ReferenceFile file(String name) {
        try (InputStream in = Layout.class.getResourceAsStream("/vaiwg/cli/published/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " is missing from the build");
            }
            return ReferenceFile.of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
