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
import vaiwg.kpis.reference.ReferenceFile;

/**
 * Which column of a table says what.
 *
 * @param columns by what they say: force, period, year, quarter, group, code, outcome, recorded, assigned
 */
record Layout(String name, Map<String, String> columns) {
    static List<Layout> all() {
        Map<String, Map<String, String>> layouts = new LinkedHashMap<>();
        for (Map<String, String> row : file("layouts.csv").rows()) {
            layouts.computeIfAbsent(row.get("layout"), any -> new LinkedHashMap<>())
                    .put(row.get("says"), row.get("column"));
        }
        List<Layout> all = new ArrayList<>();
        layouts.forEach((name, columns) -> all.add(new Layout(name, columns)));
        return all;
    }

    /** The layout of a table with these columns; empty where it has none that is known. */
    static Optional<Layout> of(List<String> head) {
        return all().stream()
                .filter(layout -> head.containsAll(layout.columns.values()))
                .max(Comparator.comparingInt(layout -> layout.columns.size()));
    }

    /** What a table may be, for who has another one. */
    static String choices() {
        return all().stream()
                .map(layout -> layout.name + " (" + String.join(", ", layout.columns.values()) + ")")
                .collect(Collectors.joining("; "));
    }

    boolean says(String what) {
        return columns.containsKey(what);
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
