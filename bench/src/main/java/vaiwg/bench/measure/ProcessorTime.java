package vaiwg.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Processor time of other processes, of the machine and of threads that Java does not show, as Linux keeps it in {@code /proc}. */
public final class ProcessorTime {
    /** USER_HZ: 100 on every architecture on which Java runs. */
    private static final long MILLIS_A_TICK = 10;
    /** Of user time in {@code /proc/PID/stat}, counted from what follows the command's name; the next are system time and both of children. */
    private static final int USER_TIME = 11;

    private static final int TIMES = 4;
    /** Without those of children. */
    private static final int OWN_TIMES = 2;

    /** Of idle time in the first line of {@code /proc/stat}, counted from the first number; the next is time that waits for disks. */
    private static final int IDLE = 3;

    private static final int GUEST = 8;

    private ProcessorTime() {}

    /** Of everything on the machine since it was started, in milliseconds. */
    static long ofMachine() {
        String line;
        try {
            line = Files.readAllLines(Path.of("/proc/stat")).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("/proc/stat cannot be read: run the bench on Linux", e);
        }
        String[] fields = line.substring("cpu".length()).strip().split(" +");
        long ticks = 0;
        // A guest's time is in the user's already.
        for (int i = 0; i < Math.min(fields.length, GUEST); i++) {
            ticks += i == IDLE || i == IDLE + 1 ? 0 : Long.parseLong(fields[i]);
        }
        return ticks * MILLIS_A_TICK;
    }

    /** Of a process and all below it, with those that have ended, in milliseconds; 0 where it is our own. */
    static long ofTree(long pid) {
        if (pid == ProcessHandle.current().pid()) {
            return 0;
        }
        return LongStream.concat(
                        LongStream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .mapToLong(ProcessHandle::pid))
                .map(ProcessorTime::of)
                .sum();
    }

    /** Of all threads of this process, those of the JVM too, by name as Linux has it, in milliseconds; those that have ended are in none. */
    public static Map<String, Long> ofOwnThreads() {
        Map<String, Long> millis = new TreeMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            threads.forEach(thread -> stat(thread.resolve("stat"))
                    .ifPresent(line -> millis.merge(
                            line.substring(line.indexOf('(') + 1, line.lastIndexOf(')')),
                            millisOf(line, OWN_TIMES),
                            Long::sum)));
        } catch (IOException e) {
            throw new UncheckedIOException("/proc/self/task cannot be read: run the bench on Linux", e);
        }
        return millis;
    }

    private static long of(long pid) {
        // Where it has ended since it was listed, whoever waited for it has its time.
        return stat(Path.of("/proc", Long.toString(pid), "stat"))
                .map(line -> millisOf(line, TIMES))
                .orElse(0L);
    }

    private static Optional<String> stat(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long millisOf(String stat, int times) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = USER_TIME; i < USER_TIME + times; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks * MILLIS_A_TICK;
    }
}
