package vaiwg.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.results.Results;

/**
 * What the contestants took, as a table: processor time of the median run with the least and the most, cold and warm.
 *
 * @param measured of each contestant, in order, a cold run and a warm one at least
 */
record RaceTable(EventLog log, Map<Entry, List<Measurement>> measured) {
    static final String COLUMNS = "contestant topics cold_events_s cold_least_s cold_median_s cold_most_s cold_us"
            + " warm_events_s warm_least_s warm_median_s warm_most_s warm_us warm_times_least_job others_cores";

    private static final double MILLIS_A_SECOND = 1_000;
    private static final double MICROS_A_MILLI = 1_000;

    List<List<String>> rows() {
        return measured.keySet().stream().map(this::row).toList();
    }

    private List<String> row(Entry entry) {
        List<String> row =
                new ArrayList<>(List.of(entry.id(), entry.streams().equals(CaseRow.STREAMS) ? "two" : "all"));
        for (boolean warm : new boolean[] {false, true}) {
            // Of the quickest run: other work on the machine only makes it longer.
            long wall = sorted(entry, warm, Measurement::wallMillis)[0];
            long[] processor = sorted(entry, warm, Measurement::allMillis);
            row.add(Results.number("%.0f", records(entry) * MILLIS_A_SECOND / Math.max(1, wall)));
            row.add(Results.number("%.1f", processor[0] / MILLIS_A_SECOND));
            row.add(Results.number("%.1f", median(processor) / MILLIS_A_SECOND));
            row.add(Results.number("%.1f", processor[processor.length - 1] / MILLIS_A_SECOND));
            row.add(Results.number("%.2f", micros(entry, warm)));
        }
        row.add(
                measured.containsKey(entry.yardstick())
                        ? Results.number("%.2f", micros(entry, true) / micros(entry.yardstick(), true))
                        : "");
        row.add(Results.number(
                "%.1f",
                measured.get(entry).stream()
                        .mapToDouble(one -> (double) one.otherMillis() / Math.max(1, one.wallMillis()))
                        .average()
                        .orElseThrow()));
        return row;
    }

    /** Processor time an event, of the median run. */
    private double micros(Entry entry, boolean warm) {
        return median(sorted(entry, warm, Measurement::allMillis)) * MICROS_A_MILLI / records(entry);
    }

    private double records(Entry entry) {
        return log.records(entry.streams());
    }

    private long[] sorted(Entry entry, boolean warm, ToLongFunction<Measurement> value) {
        return measured.get(entry).stream()
                .filter(one -> one.warm() == warm)
                .mapToLong(value)
                .sorted()
                .toArray();
    }

    private static double median(long... sorted) {
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                .average()
                .orElseThrow();
    }
}
