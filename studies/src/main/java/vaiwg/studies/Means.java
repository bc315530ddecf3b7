package vaiwg.studies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import vaiwg.bench.results.Results;

/** Runs of a simulation that chance alone tells apart, and the mean of each figure that they tell. */
final class Means {
    private static final double NORMAL_95 = 1.96;

    private final Results table = new Results("figure runs mean error_95");

    /** One run, by its number; it may go on beside others. */
    interface Run {
        void play(int run, BiConsumer<String, Double> tell);
    }

    /** Adds a row for each figure, with the runs that told it and half of the 95 % interval of their mean. */
    void add(int runs, Run run) {
        Map<String, List<Double>> told = new LinkedHashMap<>();
        IntStream.range(0, runs)
                .parallel()
                .mapToObj(number -> {
                    Map<String, Double> figures = new LinkedHashMap<>();
                    run.play(number, figures::put);
                    return figures;
                })
                .toList()
                .forEach(figures -> figures.forEach((figure, value) ->
                        told.computeIfAbsent(figure, any -> new ArrayList<>()).add(value)));
        told.forEach((figure, values) -> table.add(row(figure, values)));
    }

    Results table() {
        return table;
    }

    private static List<String> row(String figure, List<Double> values) {
        double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double error = NORMAL_95 * Math.sqrt(squares / Math.max(1, values.size() - 1) / values.size());
        return List.of(
                figure,
                Integer.toString(values.size()),
                String.format(Locale.ROOT, "%.5g", mean),
                String.format(Locale.ROOT, "%.5g", error));
    }
}
