package vaiwg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Utils;
import vaiwg.bench.measure.ChildJvm;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Measurement;

/**
 * Has contestants take turns on one log, each turn in a JVM of its own.
 *
 * @param answer the hash of what each must answer
 * @param folder for what contestants keep; emptied after each turn
 * @param warmUp runs of a turn between the cold and the warm ones
 * @param warm runs of a turn that are measured after these
 */
record Race(EventLog log, String answer, Path folder, int warmUp, int warm, Consumer<String> progress) {
    /**
     * What each took, in the order of its runs.
     *
     * @throws IllegalStateException where a contestant fails or its answer is wrong
     */
    Map<Entry, List<Measurement>> run(List<Entry> entries, int rounds) throws IOException, InterruptedException {
        Map<Entry, List<Measurement>> measurements = new EnumMap<>(Entry.class);
        List<Entry> order = new ArrayList<>(entries);
        for (int round = 1; round <= rounds; round++) {
            for (Entry entry : order) {
                progress.accept("Round " + round + " of " + rounds + ": " + entry.id() + ".");
                measurements.computeIfAbsent(entry, one -> new ArrayList<>()).addAll(turn(entry));
            }
            // Whoever came late comes early, so that none always follows the same neighbour's heat.
            Collections.rotate(order, order.size() / 2);
        }
        return measurements;
    }

    /** What the last run of a turn took, which is recorded to a file. */
    Measurement recorded(Entry entry, Path recording) throws IOException, InterruptedException {
        progress.accept(entry.id() + ", of which the last run is recorded.");
        List<Measurement> measured = turn(entry, recording.toString());
        return measured.get(measured.size() - 1);
    }

    private List<Measurement> turn(Entry entry, String... more) throws IOException, InterruptedException {
        List<Measurement> measurements = new ArrayList<>();
        Path own = Files.createTempDirectory(folder, entry.id());
        List<String> arguments = new ArrayList<>(List.of(
                entry.id(),
                log.bootstrapServers(),
                Long.toString(log.brokerPid()),
                log.firstDay().toString(),
                Integer.toString(log.days()),
                own.toString(),
                Integer.toString(warmUp),
                Integer.toString(warm)));
        arguments.addAll(List.of(more));
        try (ChildJvm jvm = ChildJvm.start(Turn.class, arguments)) {
            for (String line = jvm.readLine(); line != null; line = jvm.readLine()) {
                Measurement measured = Measurement.of(line);
                requireRight(entry, measured, answer);
                measurements.add(measured);
                progress.accept(String.format(
                        Locale.ROOT,
                        "  %s  wall %.1f s  processor %.1f s",
                        measured.warm() ? "warm" : "cold",
                        measured.wallMillis() / 1e3,
                        measured.allMillis() / 1e3));
            }
            jvm.requireEnd("The turn of " + entry.id());
        } finally {
            Utils.delete(own.toFile());
        }
        return measurements;
    }

    /** @throws IllegalStateException where a contestant that is asked answers anything else */
    static void requireRight(Entry entry, Measurement measured, String answer) {
        if (!measured.answer().equals(entry.answers() ? answer : "")) {
            throw new IllegalStateException(
                    entry.id() + " counts wrongly, so nothing is measured: mend it, or leave it out with --only.");
        }
    }
}
