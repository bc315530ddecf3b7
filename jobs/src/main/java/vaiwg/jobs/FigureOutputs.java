package vaiwg.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.panes.FigureOutput;
import vaiwg.jobs.prometheus.RemoteWriteSink;
import vaiwg.jobs.prometheus.ScrapeWriter;

/**
 * Where the newest figures are sent, beside the tables.
 *
 * @param remoteWrite Prometheus's remote-write address; absent where figures are not pushed
 * @param named the outputs that were asked for by their names
 */
public record FigureOutputs(Optional<HttpEndpoint> remoteWrite, List<FigureOutput> named) {
    /** By their names all that can be asked for, from a value. Another output is a class of its own and a line here. */
    private static final Map<String, Function<String, FigureOutput>> NAMED =
            new TreeMap<>(Map.of("scrape", port -> ScrapeWriter.output(JobOptions.HOST, port)));

    /** The tables alone. */
    public static FigureOutputs none() {
        return to(Optional.empty());
    }

    /** Remote write alone, where there is an address. */
    public static FigureOutputs to(Optional<HttpEndpoint> remoteWrite) {
        return new FigureOutputs(remoteWrite, List.of());
    }

    /**
     * These and others by their names.
     *
     * @param values of each what it is told, for example {@code scrape=9500}
     * @throws IllegalArgumentException in one sentence, where there is no such output or it cannot be told that
     */
    public FigureOutputs and(Map<String, String> values) {
        return new FigureOutputs(
                remoteWrite,
                values.entrySet().stream()
                        .map(one -> Optional.ofNullable(NAMED.get(one.getKey()))
                                .orElseThrow(() -> new IllegalArgumentException("There is no output '" + one.getKey()
                                        + "': choose " + String.join(", ", NAMED.keySet()) + "."))
                                .apply(one.getValue()))
                        .toList());
    }

    /** Whether the newest figures go anywhere beside the tables. */
    boolean areShown() {
        return remoteWrite.isPresent() || !named.isEmpty();
    }

    /** Remote write is always one of them: it has state, and a restore finds each operator that has. */
    Stream<FigureOutput> all() {
        return Stream.concat(Stream.of(RemoteWriteSink.output(remoteWrite)), named.stream());
    }
}
