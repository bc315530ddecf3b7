package vaiwg.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.panes.FigureOutput;
import vaiwg.jobs.panes.NamedOutput;
import vaiwg.jobs.prometheus.RemoteWriteSink;
import vaiwg.jobs.prometheus.ScrapeWriter;

/**
 * Where the newest figures are sent, beside the tables.
 *
 * @param remoteWrite Prometheus's remote-write address; absent where figures are not pushed
 * @param named the outputs that were asked for by their names
 */
public record FigureOutputs(Optional<HttpEndpoint> remoteWrite, List<FigureOutput> named) {
    /** All that can be asked for by their names. Another output is a class of its own, named here and in the next line. */
    private static final List<NamedOutput> NAMED = List.of(ScrapeWriter.NAMED);

    /** What each of them does, for the help; a constant, as annotations take no other. */
    public static final String HELP = ScrapeWriter.HELP;

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
                        .map(one -> named(one.getKey()).maker().apply(JobOptions.HOST, one.getValue()))
                        .toList());
    }

    /** By the name of each that can be asked for a value that it can be told. */
    static SortedMap<String, String> examples() {
        SortedMap<String, String> examples = new TreeMap<>();
        NAMED.forEach(output -> examples.put(output.name(), output.example()));
        return examples;
    }

    private static NamedOutput named(String name) {
        return NAMED.stream()
                .filter(output -> output.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no output '" + name + "': choose "
                        + String.join(", ", examples().keySet()) + "."));
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
