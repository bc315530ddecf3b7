package vaiwg.bench.scale;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.bench.results.ResultsFile;

/** What the job was measured to take with more processes and more forces. */
final class JobTables {
    private static final double THOUSAND = 1_000;
    private static final double MEBI = 1 << 20;

    private final PageLines lines;

    JobTables(PageLines lines) {
        this.lines = lines;
    }

    void parallelism(ResultsFile clusters) {
        Map<Integer, Map<String, String>> tables = new TreeMap<>();
        Map<Integer, Long> rows = new TreeMap<>();
        for (String row : clusters.rows()) {
            String[] fields = row.split(",", 3);
            int parallelism = Integer.parseInt(fields[0]);
            tables.computeIfAbsent(parallelism, any -> new TreeMap<>()).put(fields[1], fields[2]);
            rows.merge(parallelism, Long.parseLong(fields[2].split(",")[0]), Long::sum);
        }
        Map<String, String> first = tables.values().iterator().next();
        lines.add("## More processes");
        lines.add("");
        lines.add(
                "%,d records of %s days, all sinks but Prometheus, on standalone clusters of Flink: a JobManager and as many TaskManagers of one slot as the"
                        + " parallelism says, each a JVM of its own. All %d tables are compared by count and by two hashes of every row, without the columns that say when a row"
                        + " was written; %d of them have rows.",
                clusters.number(ParallelismSection.RECORDS),
                clusters.fact(ParallelismSection.DAYS),
                first.size(),
                first.values().stream()
                        .filter(content -> !content.startsWith("0,"))
                        .count());
        lines.add("");
        lines.add("| parallelism | rows | tables | s, starting and stopping included |");
        lines.add("|--:|--:|---|--:|");
        tables.forEach((parallelism, contents) -> lines.add(
                "| %d | %,d | %s | %s |",
                parallelism,
                rows.get(parallelism),
                contents.equals(first) ? "equal" : "**not equal**",
                clusters.fact(ParallelismSection.SECONDS + parallelism)));
        lines.add("");
        lines.add(
                "All processes share the cores of this machine, so more of them are no quicker here: what is shown is that they say the same.");
        lines.add("");
    }

    void skew(ResultsFile skew) {
        lines.add("## One force ten times the others");
        lines.add("");
        lines.add(
                "Four forces in %s days through Flink, whole catalogue, no sinks, parallelism 2: as many cases in both logs. The panes of a force are one",
                skew.fact("days"));
        lines.add("object on one thread, which no parallelism divides.");
        lines.add("");
        lines.add("| | records | records a second | µs an event, all threads | µs an event, threads of panes"
                + " | the busier of these: part of the time by the clock |");
        lines.add("|---|--:|--:|--:|--:|--:|");
        for (String row : skew.rows()) {
            String[] fields = row.split(",");
            double records = Double.parseDouble(fields[1]);
            double wall = Double.parseDouble(fields[2]);
            lines.add(
                    "| %s | %,.0f | %,.0f | %.1f | %.1f | %.0f %% |",
                    fields[0].equals(SkewSection.EVEN) ? "four alike" : "one ten times the others",
                    records,
                    records * THOUSAND / wall,
                    Double.parseDouble(fields[3]) * THOUSAND / records,
                    Double.parseDouble(fields[5]) * THOUSAND / records,
                    100 * Double.parseDouble(fields[4]) / wall);
        }
        lines.add("");
    }

    void nation(ResultsFile nation) {
        lines.add("## %s forces", nation.fact(NationSection.FORCES));
        lines.add("");
        lines.add(
                "Each as large as the West Midlands, which is more than England and Wales have: %s days of them through the core, all kept at once; and a"
                        + " log of %s days with one case in %s through Flink, without sinks, parallelism 2, in one JVM with the broker.",
                nation.fact(NationSection.DAYS),
                nation.fact(NationSection.JOB_DAYS),
                nation.fact(NationSection.JOB_PART));
        lines.add("");
        lines.add("| through | records | cases | processor time, s | µs an event | wall, s | heap, MiB |");
        lines.add("|---|--:|--:|--:|--:|--:|--:|");
        for (String row : nation.rows()) {
            String[] fields = row.split(",");
            double records = Double.parseDouble(fields[1]);
            double millis = Double.parseDouble(fields[3]);
            lines.add(
                    "| %s | %,.0f | %s | %,.0f | %.1f | %,.0f | %,.0f |",
                    fields[0],
                    records,
                    fields[2].isEmpty() ? "" : String.format(Locale.ROOT, "%,d", Long.parseLong(fields[2])),
                    millis / THOUSAND,
                    millis * THOUSAND / records,
                    Double.parseDouble(fields[4]) / THOUSAND,
                    Double.parseDouble(fields[5]) / MEBI);
        }
        lines.add("");
        lines.add(
                "Wall includes making the records for the core. Heap is what is live for the core, and the most that the old generation held for Flink.");
        lines.add("");
    }
}
