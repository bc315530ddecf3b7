package vaiwg.bench.stages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import vaiwg.bench.results.ResultsFile;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** Measures the stages of the core by JMH. */
public final class StageResults {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String NANOS = "nanos";
    private static final String HEADER = "stage,ns_least,ns_median,ns_most,bytes";
    private static final int WARM_UP = 3;
    private static final int MIDDLE = 50;

    private StageResults() {}

    /**
     * Measures all stages.
     *
     * @param passes that are counted of each stage, after those that warm up
     * @param forks JVMs of each stage; 0 measures in this one
     */
    public static ResultsFile measure(int days, long seed, int passes, int forks) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(StageBenchmark.class.getName())
                        .param("days", Integer.toString(days))
                        .param("seed", Long.toString(seed))
                        .warmupIterations(WARM_UP)
                        .measurementIterations(passes)
                        .forks(forks)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        CaseLog log = CaseLog.of(seed, days);
        CoreRun whole = new CoreRun(ShippedCatalogue.get(), Stage.ROWS);
        whole.play(log.records());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("days", Integer.toString(days));
        facts.put("seed", Long.toString(seed));
        facts.put("passes", Integer.toString(passes));
        facts.put("events", Long.toString(log.events()));
        facts.put("cases", Integer.toString(whole.cases()));
        facts.put("columns", Integer.toString(ShippedCatalogue.get().columns().size()));
        facts.put("cells", Integer.toString(ShippedCatalogue.get().cells()));
        facts.put("deltas an event", String.format(Locale.ROOT, "%.2f", (double) whole.posted() / log.events()));
        facts.put("bytes a case", String.format(Locale.ROOT, "%.0f", whole.bytesPerCase()));
        List<String> rows = new ArrayList<>();
        Arrays.stream(Stage.values()).forEach(stage -> rows.add(row(stage, results, log.events())));
        return new ResultsFile(facts, HEADER, rows);
    }

    private static String row(Stage stage, Collection<RunResult> results, long events) {
        RunResult result = results.stream()
                .filter(one -> one.getParams().getParam("stage").equals(stage.name()))
                .findFirst()
                .orElseThrow();
        Statistics nanos = result.getSecondaryResults().get(NANOS).getStatistics();
        Statistics bytes = result.getSecondaryResults().get(ALLOCATED).getStatistics();
        return String.format(
                Locale.ROOT,
                "%s,%.0f,%.0f,%.0f,%.0f",
                stage.name(),
                nanos.getMin() / events,
                nanos.getPercentile(MIDDLE) / events,
                nanos.getMax() / events,
                bytes.getPercentile(MIDDLE) / events);
    }
}
