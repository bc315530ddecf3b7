package vaiwg.kpis.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reference data shipped with the product: comma-separated, {@code #} begins a comment line, the first other line names the columns. A cell
 * with a comma stands in double quotes, and a double quote in it is doubled.
 *
 * @param text the whole text: part of the definition of every measure that reads it
 */
public record ReferenceFile(String text, List<Map<String, String>> rows) {
    /**
     * Reads a file of the class path folder {@code reference/}.
     *
     * @throws IllegalStateException where it is missing or a row has another number of columns than the head
     */
    public static ReferenceFile read(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalStateException("the code map reference/" + name + " is missing from the build"));
    }

    /** Likewise; empty where there is no such file. */
    static Optional<ReferenceFile> find(String name) {
        return text("/reference/" + name).map(text -> of("reference/" + name, text));
    }

    /** The text of a file of the class path; empty where it is not there. */
    static Optional<String> text(String path) {
        try (InputStream in = ReferenceFile.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file of a name with this text.
     *
     * @throws IllegalStateException where a row has another number of columns than the head
     */
    public static ReferenceFile of(String name, String text) {
        return new ReferenceFile(text, parse(name, text.lines().toList()));
    }

    /**
     * Likewise of a file whose columns are known.
     *
     * @throws IllegalStateException in one sentence, also where a column is missing or is none of these
     */
    public static ReferenceFile of(String name, List<String> columns, String text) {
        ReferenceFile file = of(name, text);
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .ifPresent(head -> {
                    if (!Set.copyOf(cells(head)).equals(Set.copyOf(columns))) {
                        throw new IllegalStateException(name + " has not the columns " + String.join(", ", columns));
                    }
                });
        return file;
    }

    /** The rows of several files, one after the other. */
    static ReferenceFile joined(List<ReferenceFile> files) {
        return new ReferenceFile(
                files.stream().map(ReferenceFile::text).collect(Collectors.joining("\n")),
                files.stream().flatMap(file -> file.rows.stream()).toList());
    }

    /** With a further column that says the same in each row. */
    ReferenceFile withColumn(String column, String value) {
        return new ReferenceFile(
                value.isEmpty() ? text : "# " + value + "\n" + text,
                rows.stream()
                        .map(row -> {
                            Map<String, String> wider = new LinkedHashMap<>(row);
                            wider.put(column, value);
                            return wider;
                        })
                        .toList());
    }

    /** With those rows alone of which a condition holds; its text is the whole. */
    ReferenceFile filtered(Predicate<Map<String, String>> condition) {
        return new ReferenceFile(text, rows.stream().filter(condition).toList());
    }

    private static List<Map<String, String>> parse(String name, List<String> lines) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> head = null;
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(line);
            if (head == null) {
                head = cells;
                continue;
            }
            if (cells.size() != head.size()) {
                throw new IllegalStateException(
                        name + ", line " + number + ", has not the columns of the file's head: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(head.get(i), cells.get(i).strip());
            }
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    /** The cells of a line, with commas and quotes as CSV has them. */
    public static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
