package vaiwg.cli.feed.load;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.terminal.TextTable;
import vaiwg.jobs.decode.DataQualityWarning;
import vaiwg.schemas.EventStream;

/** What was found in the lines that were read: events by stream, bad lines by reason, data-quality warnings by kind. */
public final class LineFindings {
    /**
     * A line that the job would reject.
     *
     * @param line counted from 1
     * @param reason a dead letter's reason
     * @param advice what to do, a sentence
     */
    public record RejectedLine(String file, long line, String reason, String message, String advice) {}

    private final PrintWriter out;
    private final long shown;
    private final List<RejectedLine> named = new ArrayList<>();
    private final Map<EventStream, Long> good = new EnumMap<>(EventStream.class);
    private final Map<String, Long> bad = new TreeMap<>();
    private final Map<DataQualityWarning, Long> warnings = new EnumMap<>(DataQualityWarning.class);
    private long badLines;

    /** @param shown how many bad lines are printed; all are counted */
    public LineFindings(PrintWriter out, long shown) {
        this.out = out;
        this.shown = shown;
    }

    /** Counts a line that the job will use. */
    public void good(ReadyEvent event) {
        good.merge(event.stream(), 1L, Long::sum);
        if (event.warnings() != 0) {
            DataQualityWarning.of(event.warnings()).forEach(kind -> warnings.merge(kind, 1L, Long::sum));
        }
    }

    /** Counts and prints a line that the job would reject. */
    public void bad(InputFile file, long line, BadLine problem) {
        badLines++;
        bad.merge(problem.reason(), 1L, Long::sum);
        if (badLines <= shown) {
            RejectedLine rejected =
                    new RejectedLine(file.name(), line, problem.reason(), problem.getMessage(), problem.advice());
            named.add(rejected);
            out.println(rejected.file() + ":" + line + ": " + rejected.reason() + ": " + rejected.message() + ". "
                    + rejected.advice());
        } else if (badLines == shown + 1) {
            out.println("... and more, counted below.");
        }
    }

    public long badLines() {
        return badLines;
    }

    public long goodLines() {
        return good.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Every line that was not blank. */
    public long lines() {
        return goodLines() + badLines;
    }

    public List<RejectedLine> named() {
        return List.copyOf(named);
    }

    /** How many lines of each stream the job will use, by slug. */
    public Map<String, Long> goodByStream() {
        return byName(good, EventStream::slug);
    }

    /** How many lines the job would reject, by reason. */
    public Map<String, Long> badByReason() {
        return Collections.unmodifiableMap(bad);
    }

    /** How many lines that the job will use have a value that is strange, by kind. */
    public Map<String, Long> warningsByKind() {
        return byName(warnings, DataQualityWarning::slug);
    }

    private static <K> Map<String, Long> byName(Map<K, Long> counts, Function<K, String> name) {
        Map<String, Long> named = new TreeMap<>();
        counts.forEach((key, count) -> named.put(name.apply(key), count));
        return named;
    }

    public void printTotals() {
        TextTable table = new TextTable(List.of("", "lines"));
        good.forEach((stream, count) -> table.row(List.of(stream.slug(), TextTable.number(count))));
        bad.forEach((reason, count) -> table.row(List.of("rejected: " + reason, TextTable.number(count))));
        out.print(table);
        if (!warnings.isEmpty()) {
            out.println("Strange but possible, kept:");
            warnings.entrySet().stream()
                    .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
                    .forEach(entry -> out.println("  " + TextTable.number(entry.getValue()) + "  "
                            + entry.getKey().slug() + ": " + entry.getKey().words()));
        }
        out.flush();
    }
}
