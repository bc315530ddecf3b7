package vaiwg.cli.feed.load;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.terminal.TextTable;
import vaiwg.jobs.decode.DataQualityWarning;
import vaiwg.kpis.text.Digits;
import vaiwg.schemas.EventStream;

/** What was found in the lines that were read: events by stream, bad lines by reason, data-quality warnings by kind. */
public final class LineFindings {
    /**
     * What is wrong with lines of a file that the job would reject.
     *
     * @param line the first of them, counted from 1
     * @param count how many lines have it
     * @param further a few that follow the first
     * @param reason a dead letter's reason
     * @param advice what to do, a sentence
     */
    public record RejectedLines(
            String file, long line, long count, List<Long> further, String reason, String message, String advice) {
        private static final int FURTHER = 4;

        private RejectedLines andIn(long another) {
            List<Long> more = further.size() < FURTHER
                    ? Stream.concat(further.stream(), Stream.of(another)).toList()
                    : further;
            return new RejectedLines(file, line, count + 1, more, reason, message, advice);
        }

        /** Where it is found again: "outcome.jsonl:4, 5, 9 and 12 more lines". */
        private String again() {
            long more = count - 1 - further.size();
            return file + ":" + further.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + (more == 0 ? "" : " and " + Digits.count(more) + (more == 1 ? " more line" : " more lines"));
        }
    }

    /** The newest of all changes, and the file that has it. */
    record NewestChange(String file, Instant at) {}

    /** One fault is told once, however many lines have it, so that others have room. */
    private record Fault(String file, String reason, String message) {}

    private final PrintWriter out;
    private final long shown;
    private final Map<Fault, RejectedLines> named = new LinkedHashMap<>();
    private final Map<EventStream, Long> good = new EnumMap<>(EventStream.class);
    private final Map<String, Long> bad = new TreeMap<>();
    private final Map<DataQualityWarning, Long> warnings = new EnumMap<>(DataQualityWarning.class);
    private long badLines;
    private long newestChange = Long.MIN_VALUE;
    private Optional<InputFile> newestFile = Optional.empty();
    private boolean areAllNamed = true;

    /** @param shown how many faults are printed, each with its first line; all are counted */
    public LineFindings(PrintWriter out, long shown) {
        this.out = out;
        this.shown = shown;
    }

    /** Counts a line that the job will use. */
    void good(InputFile file, ReadyEvent event) {
        good.merge(event.stream(), 1L, Long::sum);
        if (event.changedAt() > newestChange) {
            newestChange = event.changedAt();
            newestFile = Optional.of(file);
        }
        if (event.warnings() != 0) {
            DataQualityWarning.of(event.warnings()).forEach(kind -> warnings.merge(kind, 1L, Long::sum));
        }
    }

    /** Counts a line that the job would reject, and prints it where no line before had the same fault. */
    public void bad(InputFile file, long line, BadLine problem) {
        badLines++;
        bad.merge(problem.reason(), 1L, Long::sum);
        Fault fault = new Fault(file.name(), problem.reason(), problem.getMessage());
        RejectedLines before = named.get(fault);
        if (before != null) {
            named.put(fault, before.andIn(line));
        } else if (named.size() < shown) {
            named.put(
                    fault,
                    new RejectedLines(
                            fault.file(), line, 1, List.of(), fault.reason(), fault.message(), problem.advice()));
            out.println(fault.file() + ":" + line + ": " + fault.reason() + ": " + fault.message() + ". "
                    + problem.advice());
        } else if (areAllNamed) {
            areAllNamed = false;
            out.println("... and more, counted below.");
        }
    }

    /** Of those that the job will use; empty where it will use none. */
    Optional<NewestChange> newestChange() {
        return newestFile.map(file -> new NewestChange(file.name(), Instant.ofEpochMilli(newestChange)));
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

    public List<RejectedLines> named() {
        return List.copyOf(named.values());
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
        good.forEach((stream, count) -> table.row(List.of(stream.slug(), Digits.count(count))));
        bad.forEach((reason, count) -> table.row(List.of("rejected: " + reason, Digits.count(count))));
        out.print(table);
        List<RejectedLines> repeated =
                named.values().stream().filter(one -> one.count() > 1).toList();
        if (!repeated.isEmpty()) {
            out.println("Told above, and found again:");
            repeated.forEach(one -> out.println("  " + one.again() + ": " + one.message()));
        }
        if (!warnings.isEmpty()) {
            out.println("Strange but possible, kept:");
            warnings.entrySet().stream()
                    .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
                    .forEach(entry -> out.println("  " + Digits.count(entry.getValue()) + "  "
                            + entry.getKey().slug() + ": " + entry.getKey().words()));
        }
        out.flush();
    }
}
