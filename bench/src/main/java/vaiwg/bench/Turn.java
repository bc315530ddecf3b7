package vaiwg.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Utils;
import vaiwg.bench.measure.ChildJvm;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.profile.FlightRecording;

/**
 * A contestant's turn: a program that runs it several times in a JVM of its own and prints a line for each measurement of the first run, which
 * is cold, and of the last ones, which are warm.
 */
final class Turn {
    private static final int COLD = 0;
    /** The argument that only who records has. */
    private static final int RECORDING = 8;

    private Turn() {}

    /**
     * @param arguments name, broker, the broker's process, first day, days, folder, runs between the cold and the warm ones, warm ones; and
     *     where the last run is recorded, the recording's file
     */
    public static void main(String[] arguments) {
        ChildJvm.run(() -> play(arguments));
    }

    private static void play(String... arguments) throws Exception {
        Entry entry = Entry.of(arguments[0]);
        EventLog log = new EventLog(
                arguments[1],
                Long.parseLong(arguments[2]),
                LocalDate.parse(arguments[3]),
                Integer.parseInt(arguments[4]));
        Path folder = Path.of(arguments[5]);
        int warm = Integer.parseInt(arguments[6]) + 1;
        int end = warm + Integer.parseInt(arguments[7]);
        Consumer<Measurement> print = measured -> System.out.println(measured.toLine());
        for (int run = COLD; run < end; run++) {
            Path own = Files.createDirectory(folder.resolve("run-" + run));
            Consumer<Measurement> receiver = run == COLD || run >= warm ? print : unmeasured -> {};
            Laps laps = arguments.length > RECORDING && run == end - 1
                    ? new Laps(true, receiver, new FlightRecording(Path.of(arguments[RECORDING])))
                    : new Laps(run != COLD, receiver);
            entry.contestant().run(log, own, laps);
            Utils.delete(own.toFile());
        }
    }
}
