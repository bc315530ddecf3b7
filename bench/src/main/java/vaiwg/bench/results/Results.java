package vaiwg.bench.results;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One table of numbers that were measured, which a page includes: the day, the commit, the machine and what else is to be known above it. */
public final class Results {
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param columns their names, separated by spaces */
    public Results(String columns) {
        this.columns = List.of(columns.split(" "));
    }

    /** Says what the rows were measured with. */
    public Results fact(String name, Object value) {
        facts.put(name, value.toString());
        return this;
    }

    public void add(List<String> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("A row of " + row.size() + " cells is none of " + columns + ".");
        }
        rows.add(row);
    }

    public List<List<String>> rows() {
        return rows;
    }

    /** Prints it for a page, and writes it as tab-separated values below what it was measured on. */
    public void publish(PrintWriter page, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        head().forEach((name, value) -> lines.add("# " + name + ": " + value));
        lines.add(String.join("\t", columns));
        rows.forEach(row -> lines.add(String.join("\t", row)));
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
        page.println(line(columns));
        page.println("|" + "---|".repeat(columns.size()));
        rows.forEach(row -> page.println(line(row)));
        page.flush();
    }

    /** The day, the commit, the machine, and what the rows were measured with. */
    public Map<String, String> head() throws IOException {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        head.put("commit", System.getProperty("vaiwg.commit", "unknown"));
        head.put("machine", machine());
        head.putAll(facts);
        return head;
    }

    /** A number of a row, whatever the machine's language. */
    public static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String machine() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse("an unnamed processor");
        return Runtime.getRuntime().availableProcessors() + " cores of " + processor + ", Java " + Runtime.version();
    }
}
