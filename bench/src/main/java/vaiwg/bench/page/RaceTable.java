package vaiwg.bench.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.Entry;
import vaiwg.bench.measure.Expected;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.results.ResultsFile;

/** What the contestants took, as a table and as bars. */
public final class RaceTable {
    /** The fact of how many runs were between the cold and the warm ones. */
    public static final String WARM_UP = "runs to warm up";
    /** The fact of how many warm ones there were. */
    public static final String WARM = "warm runs";

    private static final double MICROS_A_MILLI = 1_000;
    private static final double MILLIS_A_SECOND = 1_000;

    private final ResultsFile results;
    private final List<Measurement> measurements;
    private final Set<Entry> disqualified;

    public RaceTable(ResultsFile results) {
        this.results = results;
        this.measurements = results.rows().stream().map(Measurement::of).toList();
        this.disqualified =
                new Expected(results.fact("answer"), results.fact("answer in the middle")).disqualified(measurements);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| | topics | events/s cold / warm | processor time, s: median (least–most) cold / warm"
                + " | **µs an event cold / warm** | least job = 1: cold / warm | what bounds it |");
        lines.add("|---|---|--:|--:|--:|--:|---|");
        for (Entry entry : entries()) {
            lines.add(disqualified.contains(entry) ? wrong(entry) : line(entry));
        }
        return lines;
    }

    /** The rows that were measured, in order. */
    private List<Entry> entries() {
        return Arrays.stream(Entry.values())
                .filter(entry -> measurements.stream().anyMatch(measured -> measured.entry() == entry))
                .toList();
    }

    private String line(Entry entry) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f / %,.0f | %s / %s | **%.1f / %.1f** | %s / %s | %s |",
                entry.title(),
                topics(entry),
                eventsASecond(entry, false),
                eventsASecond(entry, true),
                seconds(entry, false).text(),
                seconds(entry, true).text(),
                micros(entry, false),
                micros(entry, true),
                ratio(entry, false),
                ratio(entry, true),
                entry.bound());
    }

    private static String wrong(Entry entry) {
        return String.format("| %s | %s | disqualified: its answer is wrong | | | | |", entry.title(), topics(entry));
    }

    private static String topics(Entry entry) {
        return entry.streams().equals(CaseRow.STREAMS) ? "two" : "all";
    }

    private String ratio(Entry entry, boolean warm) {
        boolean measured = measurements.stream().anyMatch(one -> one.entry() == entry.yardstick());
        return measured
                ? String.format(Locale.ROOT, "%.2f", micros(entry.yardstick(), warm) / micros(entry, warm))
                : "";
    }

    /** Processor time an event, of the median run. */
    private double micros(Entry entry, boolean warm) {
        return spread(entry, warm, Measurement::allMillis).median() * MICROS_A_MILLI / records(entry);
    }

    private Spread seconds(Entry entry, boolean warm) {
        return spread(entry, warm, Measurement::allMillis).times(1 / MILLIS_A_SECOND);
    }

    /** Of the run that took least time by the clock: other work on the machine only makes it longer. */
    private double eventsASecond(Entry entry, boolean warm) {
        return records(entry)
                * MILLIS_A_SECOND
                / Math.max(1, spread(entry, warm, Measurement::wallMillis).least());
    }

    private Spread spread(Entry entry, boolean warm, ToDoubleFunction<Measurement> value) {
        return Spread.of(measurements.stream()
                .filter(one -> one.entry() == entry && one.warm() == warm)
                .map(one -> value.applyAsDouble(one))
                .toList());
    }

    private long records(Entry entry) {
        return results.number(entry.streams().equals(CaseRow.STREAMS) ? "records on two topics" : "records");
    }

    /** What the table says, in three sentences; of a race in which all took part. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "Warm, an event costs %.1f µs of processor time with the whole catalogue, %.1f with all sinks, and %.1f in the least job that"
                        + " Flink can run on it. With one measure alone it costs %.1f; the same measure costs %.1f in Flink SQL, %.1f in Kafka"
                        + " Streams, and %.1f in a plain loop that recovers nothing. Whoever wants one measure once a night is served by SQL:"
                        + " DuckDB takes %.1f to load an event and %.1f to answer.",
                micros(Entry.JOB_ALL, true),
                micros(Entry.JOB_SINKS, true),
                micros(Entry.LEAST_JOB, true),
                micros(Entry.JOB_ONE, true),
                micros(Entry.FLINK_SQL, true),
                micros(Entry.KAFKA_STREAMS, true),
                micros(Entry.LOOP, true),
                micros(Entry.DUCKDB_LOAD, true),
                micros(Entry.DUCKDB_ONCE, true));
    }

    /** How many turns each had, such as {@code 3} or {@code 1 to 3}. */
    String turns() {
        IntSummaryStatistics turns = entries().stream()
                .mapToInt(entry -> spread(entry, false, Measurement::wallMillis).sorted().length)
                .summaryStatistics();
        return turns.getMin() == turns.getMax() ? "" + turns.getMax() : turns.getMin() + " to " + turns.getMax();
    }

    /** How many cores everything else on the machine took meanwhile. */
    Spread others() {
        return Spread.of(measurements.stream()
                .map(one -> (double) one.otherMillis() / Math.max(1, one.wallMillis()))
                .toList());
    }

    String svg() {
        return new BarChart("Processor time an event, µs (median)", List.of("cold", "warm"))
                .svg(entries().stream()
                        .filter(entry -> !disqualified.contains(entry))
                        .map(entry -> new BarChart.Bars(
                                entry.id() + (topics(entry).equals("two") ? ", two topics" : ""),
                                List.of(micros(entry, false), micros(entry, true))))
                        .toList());
    }
}
