package vaiwg.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;

/** A contestant's turn: a program that runs it twice in a JVM of its own, cold and warm, and prints a line for each measurement. */
final class Turn {
    private Turn() {}

    /** @param arguments name, broker, the broker's process, first day, days, round, folder */
    public static void main(String[] arguments) throws Exception {
        EventLog log = new EventLog(
                arguments[1],
                Long.parseLong(arguments[2]),
                LocalDate.parse(arguments[3]),
                Integer.parseInt(arguments[4]));
        int round = Integer.parseInt(arguments[5]);
        Path folder = Path.of(arguments[6]);
        for (boolean warm : new boolean[] {false, true}) {
            Path own = Files.createDirectory(folder.resolve(warm ? "warm" : "cold"));
            Laps laps = new Laps(log, round, warm, measured -> System.out.println(measured.toLine()));
            Contestants.named(arguments[0]).run(log, own, laps);
        }
        // Threads of a library that has not ended are no reason to wait.
        System.exit(0);
    }
}
