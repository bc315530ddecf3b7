package vaiwg.bench.stages;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import vaiwg.bench.results.Results;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** Measures the stages of the core by JMH. */
public final class StageResults {
    private static final String NANOS = "nanos";
    private static final String BYTES = "bytes";
    private static final String COLUMNS = "stage ns_least ns_median ns_most bytes";
    private static final int WARM_UP = 3;
    private static final int MIDDLE = 50;

    private StageResults() {}

    /**
     * Measures all stages.
     *
     * @param passes that are counted of each stage, after those that warm up
     * @param forks JVMs of each stage; 0 measures in this one
     */
    public static Results measure(int days, long seed, int passes, int forks) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(StageBenchmark.class.getName())
                        .param("days", Integer.toString(days))
                        .param("seed", Long.toString(seed))
                        .warmupIterations(WARM_UP)
                        .measurementIterations(passes)
                        .forks(forks)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        CaseLog log = CaseLog.of(seed, days);
        StageRun whole = new StageRun(ShippedCatalogue.get(), Stage.ROWS);
        whole.play(log.records());
        Results table = new Results(COLUMNS)
                .fact("days", days)
                .fact("seed", seed)
                .fact("passes", passes)
                .fact("events", log.events())
                .fact("cases", whole.cases())
                .fact(
                        "columns of the catalogue",
                        ShippedCatalogue.get().columns().size())
                .fact("cells a day", ShippedCatalogue.get().cells())
                .fact("delta entries an event", Results.number("%.2f", (double) whole.posted() / log.events()))
                .fact("bytes a case in a checkpoint, without its key", Results.number("%.0f", whole.bytesPerCase()));
        for (Stage stage : Stage.values()) {
            table.add(row(stage, results, log.events()));
        }
        return table;
    }

    private static List<String> row(Stage stage, Collection<RunResult> results, long events) {
        RunResult result = results.stream()
                .filter(one -> one.getParams().getParam("stage").equals(stage.name()))
                .findFirst()
                .orElseThrow();
        Statistics nanos = result.getSecondaryResults().get(NANOS).getStatistics();
        Statistics bytes = result.getSecondaryResults().get(BYTES).getStatistics();
        return List.of(
                stage.name(),
                Results.number("%.0f", nanos.getMin() / events),
                Results.number("%.0f", nanos.getPercentile(MIDDLE) / events),
                Results.number("%.0f", nanos.getMax() / events),
                Results.number("%.0f", bytes.getPercentile(MIDDLE) / events));
    }
}
