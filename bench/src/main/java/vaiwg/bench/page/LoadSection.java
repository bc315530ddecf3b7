package vaiwg.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vaiwg.bench.results.ResultsFile;

/** What a load run measured. */
final class LoadSection {
    /** A long run shows every so many minutes; all are in the results. */
    private static final int MOST_ROWS = 12;

    /** The column of the live heap. */
    private static final int HEAP = 5;

    private final ResultsFile load;

    LoadSection(ResultsFile load) {
        this.load = load;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("## Under a steady load", ""));
        lines.add(String.format(
                Locale.ROOT,
                "%s events a second for %s minutes, live, after a history of %s days, on %s: the whole catalogue with PostgreSQL in one JVM of"
                        + " %s MiB, broker, database and sender beside it. Latency is from the moment at which an event is handed to the producer"
                        + " to the moment at which its row of `kpi_day` is read (%,d probes): **median %,d ms, 99th percentile %,d ms**, most"
                        + " %,d ms. Heap is what is live after a full collection each minute, whose pause is in the latencies: median"
                        + " %s MiB in the first half, %s in the second. Cases are kept by the %s state backend.",
                load.fact("rate"),
                load.fact("minutes"),
                load.fact("history days"),
                load.fact("machine"),
                load.fact("heap MiB"),
                load.number("probes"),
                load.number("p50 ms"),
                load.number("p99 ms"),
                load.number("most ms"),
                medianHeap(0, (load.rows().size() + 1) / 2),
                medianHeap(load.rows().size() / 2, load.rows().size()),
                load.fact("state backend")));
        lines.add("");
        lines.add("| minute | events sent | median, ms | 99 %, ms | most, ms | heap, MiB | cores of the job |");
        lines.add("|--:|--:|--:|--:|--:|--:|--:|");
        int step = Math.max(1, load.rows().size() / MOST_ROWS);
        for (int i = step - 1; i < load.rows().size(); i += step) {
            lines.add("| " + String.join(" | ", load.rows().get(i).split(",")) + " |");
        }
        lines.add("");
        return lines;
    }

    /** Of the minutes from one to before another, in MiB. */
    private String medianHeap(int from, int to) {
        int[] heaps = load.rows().subList(from, to).stream()
                .mapToInt(row -> Integer.parseInt(row.split(",")[HEAP]))
                .sorted()
                .toArray();
        return Integer.toString(heaps[heaps.length / 2]);
    }
}
