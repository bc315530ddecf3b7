package vaiwg.cli.feed.load;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.cli.TextTable;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.jobs.decode.StrangeValue;
import vaiwg.schemas.EventStream;

/** What was found in the lines that were read: events by stream, bad lines by reason, strange values by kind. */
public final class Findings {
    private final PrintWriter out;
    private final long shown;
    private final Map<EventStream, Long> good = new EnumMap<>(EventStream.class);
    private final Map<String, Long> bad = new TreeMap<>();
    private final Map<StrangeValue, Long> strange = new EnumMap<>(StrangeValue.class);
    private long badLines;

    /** @param shown how many bad lines are printed; all are counted */
    public Findings(PrintWriter out, long shown) {
        this.out = out;
        this.shown = shown;
    }

    /** Counts a line that the job will use. */
    public void good(ReadyEvent event) {
        good.merge(event.stream(), 1L, Long::sum);
        if (event.strange() != 0) {
            StrangeValue.of(event.strange()).forEach(kind -> strange.merge(kind, 1L, Long::sum));
        }
    }

    /** Counts and prints a line that the job would refuse. */
    public void bad(InputFile file, long line, BadLine problem) {
        badLines++;
        bad.merge(problem.reason(), 1L, Long::sum);
        if (badLines <= shown) {
            out.println(file.name() + ":" + line + ": " + problem.reason() + ": " + problem.getMessage() + ". "
                    + problem.advice());
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

    /** Prints the totals. */
    public void printTotals() {
        TextTable table = new TextTable(List.of("", "lines"));
        good.forEach((stream, count) -> table.row(List.of(stream.slug(), TextTable.number(count))));
        bad.forEach((reason, count) -> table.row(List.of("refused: " + reason, TextTable.number(count))));
        out.print(table);
        if (!strange.isEmpty()) {
            out.println("Strange but possible, kept:");
            strange.entrySet().stream()
                    .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
                    .forEach(entry -> out.println("  " + TextTable.number(entry.getValue()) + "  "
                            + entry.getKey().slug() + ": " + entry.getKey().words()));
        }
        out.flush();
    }
}
