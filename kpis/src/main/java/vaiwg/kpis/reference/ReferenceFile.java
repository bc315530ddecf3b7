package vaiwg.kpis.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reference data shipped with the product: comma-separated, {@code #} begins a comment line, the first other line names the columns. A cell
 * with a comma stands in double quotes, and a double quote in it is doubled.
 */
public final class ReferenceFile {
    private final String text;
    private final List<Map<String, String>> rows;

    private ReferenceFile(String text, List<Map<String, String>> rows) {
        this.text = text;
        this.rows = rows;
    }

    /**
     * Reads a file of the class path folder {@code reference/}.
     *
     * @throws IllegalStateException where it is missing or a row has another number of columns than the head
     */
    public static ReferenceFile read(String name) {
        InputStream in = ReferenceFile.class.getResourceAsStream("/reference/" + name);
        if (in == null) {
            throw new IllegalStateException("the code map reference/" + name + " is missing from the build");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of(name, reader.lines().collect(Collectors.joining("\n")));
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

    public List<Map<String, String>> rows() {
        return rows;
    }

    /** The whole text: part of the definition of every measure that reads it. */
    public String text() {
        return text;
    }

    private static List<Map<String, String>> parse(String name, List<String> lines) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> head = null;
        for (String line : lines) {
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
                        "a row of reference/" + name + " has not the columns of its head: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(head.get(i), cells.get(i).strip());
            }
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    private static List<String> cells(String line) {
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
