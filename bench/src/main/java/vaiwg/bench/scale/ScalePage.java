package vaiwg.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import vaiwg.bench.page.LineChart;
import vaiwg.bench.results.Machine;
import vaiwg.bench.results.ResultsFile;

/** The page {@code docs/scale.md} and its plots, made of the sections that were measured. */
public final class ScalePage {
    private static final String CASES_PLOT = "images/scale-cases.svg";
    private static final String DAYS_PLOT = "images/scale-days.svg";
    private static final double THOUSAND = 1_000;

    private final Map<SectionRun, ResultsFile> measured = new EnumMap<>(SectionRun.class);
    private final PageLines lines = new PageLines();

    private ScalePage(Path results) throws IOException {
        for (SectionRun section : SectionRun.values()) {
            Path file = section.file(results);
            if (Files.exists(file)) {
                measured.put(section, ResultsFile.read(file));
            }
        }
    }

    /**
     * The files of the page, by their places within the folder of documents.
     *
     * @param results the folder of what was measured: at least one section; the others are left out
     */
    public static Map<String, String> files(Path results) throws IOException {
        ScalePage page = new ScalePage(results);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("scale.md", page.text());
        page.with(
                SectionRun.CASES,
                cases -> files.put(CASES_PLOT, plot(cases, "cases that the core keeps (logarithmic)", 0, 2)));
        page.with(SectionRun.DAYS, days -> files.put(DAYS_PLOT, plot(days, "days of history (logarithmic)", 0, 3)));
        return files;
    }

    private String text() {
        ResultsFile any = measured.values().iterator().next();
        lines.add("# Scale");
        lines.add("");
        lines.add(
                "What do more cases, more days, more forces and more processes do? Written by `bench/run scale`; the figures behind it are in");
        lines.add("[bench/results](../bench/results), on %s, %s.", any.fact(Machine.NAME), any.fact(Machine.JAVA));
        lines.add("");
        lines.add(
                "Logs of any size are made of four weeks of the synthetic force: every four weeks its cases come again with other names, people and");
        lines.add(
                "events, and all that follows them, late arrivals and copies too. *The core* is the job's own code in one thread, without Kafka and");
        lines.add(
                "Flink; its cost is the time of that thread on a core, from bytes to the rows of the snapshots. The collector's threads are not in it.");
        lines.add(
                "What is to be seen here is how that changes along a table: other programs may have run beside it. What an event costs where none does is in\n"
                        + "[performance](performance.md).");
        lines.add("");
        CoreTables core = new CoreTables(lines);
        with(SectionRun.CASES, cases -> core.cases(cases, CASES_PLOT));
        with(SectionRun.DAYS, days -> core.days(days, DAYS_PLOT));
        with(SectionRun.STATE, core::state);
        JobTables job = new JobTables(lines);
        with(SectionRun.PARALLELISM, job::parallelism);
        with(SectionRun.SKEW, job::skew);
        with(SectionRun.NATION, job::nation);
        if (measured.keySet().containsAll(Reckoning.FROM)) {
            new Reckoning(measured, lines).write();
        }
        lines.add("## To measure again");
        lines.add("");
        lines.add(
                "    bench/run scale                              # all; what is above took %d minutes",
                seconds() / 60 + 1);
        lines.add("    bench/run scale --sections state,parallelism # these alone, and the page from all");
        lines.add("    bench/run scale --sizes small                # whether it works: some minutes, no page");
        lines.add("");
        lines.add("How it is made: [0098](decisions/0098-scale.md).");
        return lines.text();
    }

    private long seconds() {
        return measured.values().stream()
                .mapToLong(file -> file.number(SectionRun.SECONDS))
                .sum();
    }

    private void with(SectionRun section, Consumer<ResultsFile> use) {
        if (measured.containsKey(section)) {
            use.accept(measured.get(section));
        }
    }

    private static String plot(ResultsFile section, String sizes, int size, int nanos) {
        return new LineChart("Processor time an event in the core, µs", sizes)
                .svg(section.rows().stream()
                        .map(CoreTables::numbers)
                        .map(fields -> new LineChart.Point(fields[size], fields[nanos] / THOUSAND))
                        .toList());
    }
}
