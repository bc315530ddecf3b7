package vaiwg.bench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vaiwg.bench.results.ResultsFile;
import vaiwg.bench.stages.Stage;

/** The page {@code docs/performance.md} and its plots, made of what was measured last. */
public final class PerformancePage {
    public static final String RACE = "race.csv";
    public static final String STAGES = "stages.csv";
    public static final String LOAD = "load.csv";

    private static final String CONTESTANTS_PLOT = "images/performance-contestants.svg";
    private static final String STAGES_PLOT = "images/performance-stages.svg";
    private static final double NANOS_A_MICRO = 1_000;

    private final ResultsFile race;
    private final ResultsFile stages;
    private final Optional<ResultsFile> load;
    private final List<String> lines = new ArrayList<>();

    private PerformancePage(Path results) throws IOException {
        race = ResultsFile.read(results.resolve(RACE));
        stages = ResultsFile.read(results.resolve(STAGES));
        Path ofLoad = results.resolve(LOAD);
        load = Files.exists(ofLoad) ? Optional.of(ResultsFile.read(ofLoad)) : Optional.empty();
    }

    /**
     * The files of the page, by their places within the folder of documents.
     *
     * @param results the folder of what was measured: {@link #RACE}, {@link #STAGES} and, where there is one, {@link #LOAD}
     */
    public static Map<String, String> files(Path results) throws IOException {
        PerformancePage page = new PerformancePage(results);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("performance.md", page.text());
        files.put(CONTESTANTS_PLOT, new RaceTable(page.race).svg());
        files.put(STAGES_PLOT, page.stagesPlot());
        return files;
    }

    private String text() {
        RaceTable table = new RaceTable(race);
        line("# Performance");
        line("");
        line(
                "What does an event cost in this job, and in what could stand in its place? Written by `bench/run`; the figures behind it");
        line("are in [bench/results](../bench/results).");
        line("");
        line(table.summary());
        line("");
        line(
                "%,d records of %s days of the synthetic force (%,d on the two topics of crimes and outcomes), on %s, %s. Turns of each"
                        + " contestant: %s. In a turn one JVM makes a cold run, then %s that are not measured, then %s that are the warm ones"
                        + " ([0101](decisions/0101-warm-runs.md)). Everything else on the machine, the broker included, took %.1f cores"
                        + " (median; least %.1f, most %.1f).",
                race.number("records"),
                race.fact("days"),
                race.number("records on two topics"),
                race.fact("machine"),
                race.fact("java"),
                table.turns(),
                race.fact(RaceTable.WARM_UP),
                race.fact(RaceTable.WARM),
                table.others().median(),
                table.others().least(),
                table.others().most());
        line("");
        line(
                "Processor time is user and system time of the JVM with all its threads (compiler and collector included) and of the servers");
        line(
                "that work for it: PostgreSQL, Prometheus and, for Kafka Streams, the broker. Another machine gives other microseconds; the");
        line("ratios are what is to be compared. Events a second are of the quickest run.");
        line("");
        line(
                "**W** is one measure: of active crimes, by day of recording, theme and policing area, how many ended with outcome 16 within 90");
        line(
                "days, as known now. All contestants use one decoder and one projection; the answers of all that answer W are compared by hash with");
        line(
                "those of the plain loop (`%s` at the end of the log), and a wrong one is disqualified.",
                race.fact("answer"));
        line("");
        lines.addAll(table.lines());
        line("");
        line("![Processor time an event, by contestant](%s)", CONTESTANTS_PLOT);
        line("");
        line(
                "Not equal work: the loop and the SQL databases freeze nothing by themselves, recover nothing and are as fresh as their last run; the");
        line(
                "job publishes a snapshot every midnight, goes on from checkpoints and counts %s columns in the rows of the whole catalogue.",
                stages.fact("columns"));
        line("");
        line("## Variants that count wrongly");
        line("");
        line(
                "* Flink SQL without mini-batch, with `ROW_NUMBER()` over several descending columns: the planner takes the deduplication for one that");
        line("  only inserts, and superseded versions are counted too, another number each run and no warning.");
        line(
                "* Kafka Streams with caches on the joined tables (the default): what a join subtracts is not always what it added");
        line("  (KAFKA-4609).");
        line("");
        stages();
        load.ifPresent(measured -> new LoadSection(measured).lines().forEach(lines::add));
        line("## To measure again");
        line("");
        line("    bench/run                                # all but the load: a round of half an hour, on two cores");
        line("    bench/run --only least-job,job-all       # these alone, in the place of their former runs");
        line("    bench/run load --rate 1000 --minutes 60");
        line("");
        line(
                "Each writes its results and this page. Two of the figures are held by tests, on every machine: the bytes of a case in a checkpoint, and");
        line("how much more processor time than the least Flink job the whole catalogue takes in one process");
        line("([0091](decisions/0091-bench.md)).");
        return String.join("\n", lines) + "\n";
    }

    private void stages() {
        line("## The core alone");
        line("");
        line(
                "%,d events of %,d cases (%s days) through the job's own code in one thread, without Kafka and Flink, by JMH: processor time of"
                        + " the thread, least, median and most of %s passes. A line does what those above it do, but for the yardstick; a"
                        + " difference that is less than the passes differ says nothing.",
                stages.number("events"), stages.number("cases"), stages.fact("days"), stages.fact("passes"));
        line("");
        line("| | ns an event: least | median | most | more than the line before | bytes allocated an event |");
        line("|---|--:|--:|--:|--:|--:|");
        double before = 0;
        for (String row : stages.rows()) {
            String[] fields = row.split(",");
            Stage stage = Stage.valueOf(fields[0]);
            double median = Double.parseDouble(fields[2]);
            line(
                    "| %s | %,.0f | %,.0f | %,.0f | %s | %,.0f |",
                    stage.title(),
                    Double.parseDouble(fields[1]),
                    median,
                    Double.parseDouble(fields[3]),
                    stage == Stage.COUNT ? "" : String.format(Locale.ROOT, "%,.0f", median - before),
                    Double.parseDouble(fields[4]));
            before = stage == Stage.COUNT ? before : median;
        }
        line("");
        for (Stage stage : Stage.values()) {
            line("* **%s**: %s.", stage.title(), stage.meaning());
        }
        line("");
        line("![Time an event in the core, by stage](%s)", STAGES_PLOT);
        line("");
        line(
                "%s columns and %,d cells a day; %s delta entries an event; a case takes %s bytes in a checkpoint, without its key.",
                stages.fact("columns"),
                stages.number("cells"),
                stages.fact("deltas an event"),
                stages.fact("bytes a case"));
        line("");
    }

    private String stagesPlot() {
        return new BarChart("The core alone: time an event as far as each stage, µs (median)", List.of("one thread"))
                .svg(stages.rows().stream()
                        .map(row -> row.split(","))
                        .map(fields -> new BarChart.Bars(
                                Stage.valueOf(fields[0]).title(),
                                List.of(Double.parseDouble(fields[2]) / NANOS_A_MICRO)))
                        .toList());
    }

    private void line(String format, Object... values) {
        lines.add(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
