package vaiwg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vaiwg.bench.contestants.PlainLoop;
import vaiwg.bench.measure.Answer;
import vaiwg.bench.measure.ChildJvm;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Expected;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.measure.Scratch;

/** Has the contestants take turns on one log, each turn in a JVM of its own. */
final class Race {
    private final EventLog log;
    private final List<String> names;
    private final Path folder;
    private final int warmUp;
    private final int warm;
    private final TurnTimes times;
    private final Consumer<String> progress;

    /**
     * A race that has not begun.
     *
     * @param folder for what contestants keep; emptied after each turn
     * @param warmUp runs of a turn between the cold and the warm one
     * @param times what is known of how long turns take; receives each
     */
    Race(
            EventLog log,
            List<String> names,
            Path folder,
            int warmUp,
            int warm,
            TurnTimes times,
            Consumer<String> progress) {
        this.log = log;
        this.names = names;
        this.folder = folder;
        this.warmUp = warmUp;
        this.warm = warm;
        this.times = times;
        this.progress = progress;
    }

    List<Measurement> run(int rounds) throws IOException, InterruptedException {
        List<Measurement> measurements = new ArrayList<>();
        List<String> order = new ArrayList<>(names);
        List<String> left = new ArrayList<>();
        IntStream.range(0, rounds).forEach(round -> left.addAll(names));
        for (int round = 1; round <= rounds; round++) {
            for (int i = 0; i < order.size(); i++) {
                String name = order.get(i);
                progress.accept(String.format(
                        "Round %d of %d, contestant %d of %d: %s; %s.",
                        round, rounds, i + 1, order.size(), name, times.left(left)));
                long begin = System.nanoTime();
                measurements.addAll(turn(name, round));
                times.took(name, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
                left.remove(name);
            }
            // Whoever came late comes early, so that none always follows the same neighbour's heat.
            Collections.rotate(order, order.size() / 2);
        }
        return measurements;
    }

    private List<Measurement> turn(String name, int round) throws IOException, InterruptedException {
        List<Measurement> measurements = new ArrayList<>();
        Path own = Files.createTempDirectory(folder, name);
        try (ChildJvm jvm = ChildJvm.start(
                Turn.class,
                List.of(
                        name,
                        log.bootstrapServers(),
                        Long.toString(log.brokerPid()),
                        log.firstDay().toString(),
                        Integer.toString(log.days()),
                        Integer.toString(round),
                        own.toString(),
                        Integer.toString(warmUp),
                        Integer.toString(warm)))) {
            String line = jvm.readLine();
            while (line != null) {
                Measurement measured = Measurement.of(line);
                measurements.add(measured);
                progress.accept(String.format(
                        "  %-16s %s  wall %6.1f s  processor %6.1f s  others %4.2f cores",
                        measured.entry().id(),
                        measured.warm() ? "warm" : "cold",
                        measured.wallMillis() / 1e3,
                        measured.allMillis() / 1e3,
                        (double) measured.otherMillis() / Math.max(1, measured.wallMillis())));
                line = jvm.readLine();
            }
            jvm.requireEnd("The turn of " + name);
        } finally {
            Scratch.delete(own);
        }
        return measurements;
    }

    /** What the answers are compared with, counted by the plain loop in this JVM. */
    static Expected expected(EventLog log) {
        return new Expected(
                PlainLoop.answer(log, Integer.MAX_VALUE).hash(),
                PlainLoop.answer(log, Answer.middle(log)).hash());
    }
}
