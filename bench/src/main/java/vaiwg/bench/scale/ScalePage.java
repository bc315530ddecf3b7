package vaiwg.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.bench.page.LineChart;
import vaiwg.bench.results.Machine;
import vaiwg.bench.results.ResultsFile;

/** The page {@code docs/scale.md} and its plots, made of the sections that were measured. */
public final class ScalePage {
    private static final String CASES_PLOT = "images/scale-cases.svg";
    private static final String DAYS_PLOT = "images/scale-days.svg";
    private static final double THOUSAND = 1_000;
    private static final double MEBI = 1 << 20;

    private final Map<SectionRun, ResultsFile> measured = new EnumMap<>(SectionRun.class);
    private final List<String> lines = new ArrayList<>();

    private ScalePage(Path results) throws IOException {
        for (SectionRun section : SectionRun.values()) {
            Path file = section.file(results);
            if (!Files.exists(file)) {
                throw new IllegalArgumentException("The page needs all sections: bench/run scale --sections "
                        + section.id() + " measures one that is missing.");
            }
            measured.put(section, ResultsFile.read(file));
        }
    }

    /**
     * The files of the page, by their places within the folder of documents.
     *
     * @param results the folder of what was measured
     * @throws IllegalArgumentException in one sentence, where a section is missing
     */
    public static Map<String, String> files(Path results) throws IOException {
        ScalePage page = new ScalePage(results);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("scale.md", page.text());
        files.put(CASES_PLOT, page.plot(SectionRun.CASES, "cases that the core keeps", 0, 2));
        files.put(DAYS_PLOT, page.plot(SectionRun.DAYS, "days of history", 0, 3));
        return files;
    }

    private String text() {
        ResultsFile cases = measured.get(SectionRun.CASES);
        line("# Scale");
        line("");
        line(
                "What do more cases, more days, more forces and more processes do? Written by `bench/run scale`; the figures behind it are in");
        line("[bench/results](../bench/results), on %s, %s.", cases.fact(Machine.NAME), cases.fact(Machine.JAVA));
        line("");
        line(
                "Logs of any size are made of four weeks of the synthetic force: every four weeks its cases come again with other names, people and");
        line(
                "events, and all that follows them, late arrivals and copies too. *The core* is the job's own code in one thread, without Kafka and");
        line(
                "Flink; its cost is the time of that thread on a core, from bytes to the rows of the snapshots. The collector's threads are not in it.");
        line(
                "Where other programs share the machine's caches, that time grows, by as much as a half: look at how it changes along a table.");
        line("");
        cases(cases);
        days(measured.get(SectionRun.DAYS));
        state(measured.get(SectionRun.STATE));
        parallelism(measured.get(SectionRun.PARALLELISM));
        skew(measured.get(SectionRun.SKEW));
        nation(measured.get(SectionRun.NATION));
        new Reckoning(measured).lines().forEach(lines::add);
        line("## To measure again");
        line("");
        line("    bench/run scale                              # all: %d minutes here", seconds() / 60 + 1);
        line("    bench/run scale --sections state,parallelism # these alone, and the page from all");
        line("    bench/run scale --sizes small                # whether it works: some minutes, no page");
        line("");
        line("How it is made: [0098](decisions/0098-scale.md).");
        return String.join("\n", lines) + "\n";
    }

    private long seconds() {
        return measured.values().stream()
                .mapToLong(file -> file.number(SectionRun.SECONDS))
                .sum();
    }

    private void cases(ResultsFile cases) {
        line("## More cases");
        line("");
        line("One force, the same %s days each time, ever more cases on each day.", cases.fact("days"));
        line("");
        line("| cases | events | µs an event | live heap of the core, bytes a case |");
        line("|--:|--:|--:|--:|");
        for (String row : cases.rows()) {
            long[] fields = numbers(row);
            line("| %,d | %,d | %.1f | %,d |", fields[0], fields[1], fields[2] / THOUSAND, fields[3]);
        }
        line("");
        line("![Time an event by cases](%s)", CASES_PLOT);
        line("");
    }

    private void days(ResultsFile days) {
        line("## More days");
        line("");
        line(
                "One force of the size of the West Midlands, and an event in the four weeks before each mark. Windows are moved on by adding the day that");
        line(
                "comes and taking off the day that goes, however long they are. In the first four weeks few outcomes have come, and no month has ended.");
        line("");
        line("| days of history | cases | events of the four weeks | µs an event |");
        line("|--:|--:|--:|--:|");
        for (String row : days.rows()) {
            long[] fields = numbers(row);
            line("| %,d | %,d | %,d | %.1f |", fields[0], fields[1], fields[2], fields[3] / THOUSAND);
        }
        line("");
        line("![Time an event by days](%s)", DAYS_PLOT);
        line("");
    }

    private void state(ResultsFile state) {
        line("## Bytes a case");
        line("");
        line(
                "Cases with their keys, kept as the job keeps them on one task, %s days after their first. The second checkpoint is taken when one case in",
                state.fact("days of a case"));
        line("a hundred has changed. What they mean for an installation: [state backends](state.md).");
        line("");
        line(
                "| backend | cases | heap, bytes a case | local disk, bytes a case | checkpoint, bytes a case | s | second checkpoint, MiB | s |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|");
        for (String row : state.rows()) {
            String[] fields = row.split(",");
            double number = Double.parseDouble(fields[1]);
            line(
                    "| %s | %,.0f | %,.0f | %,.0f | %,.0f | %.1f | %,.1f | %.1f |",
                    fields[0],
                    number,
                    Math.max(0, Double.parseDouble(fields[2])) / number,
                    Double.parseDouble(fields[3]) / number,
                    Double.parseDouble(fields[5]) / number,
                    Double.parseDouble(fields[4]) / THOUSAND,
                    Double.parseDouble(fields[7]) / MEBI,
                    Double.parseDouble(fields[6]) / THOUSAND);
        }
        line("");
    }

    private void parallelism(ResultsFile clusters) {
        Map<Integer, Map<String, String>> tables = new TreeMap<>();
        Map<Integer, Long> rows = new TreeMap<>();
        for (String row : clusters.rows()) {
            String[] fields = row.split(",", 3);
            int parallelism = Integer.parseInt(fields[0]);
            tables.computeIfAbsent(parallelism, any -> new TreeMap<>()).put(fields[1], fields[2]);
            rows.merge(parallelism, Long.parseLong(fields[2].split(",")[0]), Long::sum);
        }
        Map<String, String> first = tables.values().iterator().next();
        line("## More processes");
        line("");
        line(
                "%,d records of %s days, all sinks but Prometheus, on standalone clusters of Flink: a JobManager and as many TaskManagers of one slot as the"
                        + " parallelism says, each a JVM of its own. All %d tables are compared row by row, without the columns that tell when a row"
                        + " was written; %d of them have rows.",
                clusters.number(ParallelismSection.RECORDS),
                clusters.fact(ParallelismSection.DAYS),
                first.size(),
                first.values().stream()
                        .filter(content -> !content.startsWith("0,"))
                        .count());
        line("");
        line("| parallelism | rows | tables | s, starting and stopping included |");
        line("|--:|--:|---|--:|");
        tables.forEach((parallelism, contents) -> line(
                "| %d | %,d | %s | %s |",
                parallelism,
                rows.get(parallelism),
                contents.equals(first) ? "equal" : "**not equal**",
                clusters.fact(ParallelismSection.SECONDS + parallelism)));
        line("");
        line(
                "All processes share the cores of this machine, so more of them are no quicker here: what is shown is that they say the same.");
        line("");
    }

    private void skew(ResultsFile skew) {
        line("## One force ten times the others");
        line("");
        line(
                "Four forces in %s days through Flink, whole catalogue, no sinks, parallelism 2: as many cases in both logs. The panes of a force are one",
                skew.fact("days"));
        line("object on one thread, which no parallelism divides.");
        line("");
        line(
                "| | records | µs an event, all threads | busiest thread of panes: share of the wall | µs an event, panes |");
        line("|---|--:|--:|--:|--:|");
        for (String row : skew.rows()) {
            String[] fields = row.split(",");
            double records = Double.parseDouble(fields[1]);
            line(
                    "| %s | %,.0f | %.1f | %.0f %% | %.1f |",
                    fields[0].equals(SkewSection.EVEN) ? "four alike" : "one ten times the others",
                    records,
                    Double.parseDouble(fields[3]) * THOUSAND / records,
                    100 * Double.parseDouble(fields[4]) / Double.parseDouble(fields[2]),
                    Double.parseDouble(fields[5]) * THOUSAND / records);
        }
        line("");
    }

    private void nation(ResultsFile nation) {
        line("## %s forces", nation.fact(NationSection.FORCES));
        line("");
        line(
                "Each as large as the West Midlands, which is more than England and Wales have: %s days of them through the core, all kept at once; and a"
                        + " log of %s days with one case in %s through Flink, without sinks, parallelism 2, in one JVM with the broker.",
                nation.fact(NationSection.DAYS),
                nation.fact(NationSection.JOB_DAYS),
                nation.fact(NationSection.JOB_PART));
        line("");
        line("| through | records | cases | processor time, s | µs an event | wall, s | heap, MiB |");
        line("|---|--:|--:|--:|--:|--:|--:|");
        for (String row : nation.rows()) {
            String[] fields = row.split(",");
            double records = Double.parseDouble(fields[1]);
            double millis = Double.parseDouble(fields[3]);
            line(
                    "| %s | %,.0f | %s | %,.0f | %.1f | %,.0f | %,.0f |",
                    fields[0],
                    records,
                    fields[2].isEmpty() ? "" : String.format(Locale.ROOT, "%,d", Long.parseLong(fields[2])),
                    millis / THOUSAND,
                    millis * THOUSAND / records,
                    Double.parseDouble(fields[4]) / THOUSAND,
                    Double.parseDouble(fields[5]) / MEBI);
        }
        line("");
        line(
                "Wall includes making the records for the core. Heap is what is live for the core, and the most that the old generation held for Flink.");
        line("");
    }

    private String plot(SectionRun section, String sizes, int size, int nanos) {
        return new LineChart("Processor time an event in the core, µs", sizes)
                .svg(measured.get(section).rows().stream()
                        .map(ScalePage::numbers)
                        .map(fields -> new LineChart.Point(fields[size], fields[nanos] / THOUSAND))
                        .toList());
    }

    private static long[] numbers(String row) {
        return List.of(row.split(",")).stream().mapToLong(Long::parseLong).toArray();
    }

    private void line(String format, Object... values) {
        lines.add(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
