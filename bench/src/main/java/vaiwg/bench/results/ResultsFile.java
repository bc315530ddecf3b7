package vaiwg.bench.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured, as a file: facts as lines {@code # name: value}, then a header and rows separated by commas.
 *
 * @param facts by name, in order
 * @param rows without the header
 */
public record ResultsFile(Map<String, String> facts, String header, List<String> rows) {
    private static final String FACT = "# ";
    private static final String SEPARATOR = ": ";

    /** Reads one that {@link #write} wrote. */
    public static ResultsFile read(Path file) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(FACT)) {
                String[] fact = line.substring(FACT.length()).split(SEPARATOR, 2);
                facts.put(fact[0], fact[1]);
            } else {
                rows.add(line);
            }
        }
        return new ResultsFile(facts, rows.get(0), rows.subList(1, rows.size()));
    }

    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        facts.forEach((name, value) -> lines.add(FACT + name + SEPARATOR + value));
        lines.add(header);
        lines.addAll(rows);
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    /** @throws IllegalArgumentException where there is no such fact */
    public String fact(String name) {
        String value = facts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The results hold no '" + name + "': measure again.");
        }
        return value;
    }

    public long number(String name) {
        return Long.parseLong(fact(name));
    }
}
