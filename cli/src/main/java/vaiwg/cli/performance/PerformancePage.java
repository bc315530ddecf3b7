package vaiwg.cli.performance;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * Measures what an event costs and tells it as a page. Time is that of the measuring thread on a core, so that another program beside it
 * changes little; the stages take turns, so that what changes changes all of them.
 */
public final class PerformancePage {
    private static final double NANOS_A_SECOND = 1e9;

    private final CaseLog log;
    private final int days;
    private final int runs;
    private final long seed;
    private final Consumer<String> progress;
    private final Catalogue catalogue = Catalogue.shipped();

    /**
     * @param days of the synthetic force that is played, at least 1
     * @param runs of each stage, at least 1, after one that is not counted
     */
    public PerformancePage(int days, int runs, long seed, Consumer<String> progress) {
        this.days = days;
        this.runs = runs;
        this.seed = seed;
        this.progress = progress;
        this.log = CaseLog.of(seed, days);
    }

    /** Measures, and returns the page as Markdown. */
    public String text() {
        Map<Stage, List<Double>> nanos = new EnumMap<>(Stage.class);
        Map<Stage, Double> bytes = new EnumMap<>(Stage.class);
        CoreRun last = null;
        for (int run = 0; run <= runs; run++) {
            progress.accept(run == 0 ? "to warm up" : "run " + run + " of " + runs);
            for (Stage stage : Stage.values()) {
                last = new CoreRun(catalogue, stage);
                long allocated = allocatedBytes();
                double spent = nanosPerEvent(last);
                bytes.put(stage, (double) (allocatedBytes() - allocated) / log.events());
                if (run > 0) {
                    nanos.computeIfAbsent(stage, s -> new ArrayList<>()).add(spent);
                }
            }
        }
        return page(nanos, bytes, last);
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private double nanosPerEvent(CoreRun run) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        run.play(log);
        return (double) (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / log.events();
    }

    private String page(Map<Stage, List<Double>> nanos, Map<Stage, Double> bytes, CoreRun whole) {
        StringBuilder page = new StringBuilder();
        line(page, "# What an event costs");
        line(page, "");
        line(
                page,
                "Measured by `./vaiwg performance --days %d --runs %d --seed %d > docs/performance.md`, with %s on %d cores. Another"
                        + " machine gives other nanoseconds; the ratios are what is to be compared.",
                days,
                runs,
                seed,
                System.getProperty("java.vm.name") + " " + Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors());
        line(page, "");
        line(
                page,
                "%,d events of %,d cases of the synthetic force, through the job's own code in one thread: time on a core, least,"
                        + " median and most of %d runs of each line, the lines taking turns. A line does what those above it do, but for"
                        + " the yardstick.",
                log.events(),
                whole.cases(),
                runs);
        line(page, "");
        line(
                page,
                "| | ns an event: least | median | most | events a second and core | of the yardstick's speed | bytes allocated an event |");
        line(page, "|---|--:|--:|--:|--:|--:|--:|");
        double yardstick = median(nanos.get(Stage.COUNT));
        for (Stage stage : Stage.values()) {
            double[] sorted = sorted(nanos.get(stage));
            double median = median(nanos.get(stage));
            line(
                    page,
                    "| %s | %,.0f | %,.0f | %,.0f | %,.0f | %.2f | %,.0f |",
                    stage.title(),
                    sorted[0],
                    median,
                    sorted[sorted.length - 1],
                    NANOS_A_SECOND / median,
                    yardstick / median,
                    bytes.get(stage));
        }
        line(page, "");
        for (Stage stage : Stage.values()) {
            line(page, "* **%s**: %s.", stage.title(), stage.meaning());
        }
        line(page, "");
        line(
                page,
                "%,d columns and %,d cells a day; %.2f postings an event; %,d rows published. A case takes %.0f bytes in a checkpoint,"
                        + " without its key.",
                catalogue.columns().size(),
                catalogue.cells(),
                (double) whole.posted() / log.events(),
                whole.rows(),
                whole.bytesPerCase());
        line(page, "");
        line(
                page,
                "Not in it: Kafka, what Flink does between the stages, checkpoints, garbage collection on other threads, rows into"
                        + " PostgreSQL. `./vaiwg demo --once --timings FILE` times all of that together.");
        return page.toString();
    }

    private static void line(StringBuilder page, String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double median(List<Double> values) {
        double[] sorted = sorted(values);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
