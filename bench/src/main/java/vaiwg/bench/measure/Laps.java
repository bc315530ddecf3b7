package vaiwg.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Measures what a contestant does, and hands the measurement on. */
public record Laps(boolean warm, Consumer<Measurement> receiver, Around around) {
    private static final long NANOS_A_MILLI = 1_000_000L;

    /** What goes on while a contestant is measured; nothing, where nothing else is said. */
    public interface Around {
        default void begin() {}

        default void end() throws IOException {}
    }

    public Laps(boolean warm, Consumer<Measurement> receiver) {
        this(warm, receiver, new Around() {});
    }

    /**
     * Does some work and measures it.
     *
     * @param work gives its answer, empty where it is asked nothing
     * @param servers the processes that work for it
     */
    public void time(Callable<Optional<Answer>> work, long... servers) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        around.begin();
        long machine = ProcessorTime.ofMachine();
        long server = ofServers(servers);
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        Optional<Answer> answer = work.call();
        long wallMillis = (System.nanoTime() - wall) / NANOS_A_MILLI;
        long cpuMillis = (system.getProcessCpuTime() - cpu) / NANOS_A_MILLI;
        long serverMillis = ofServers(servers) - server;
        long otherMillis = Math.max(0, ProcessorTime.ofMachine() - machine - cpuMillis - serverMillis);
        around.end();
        receiver.accept(new Measurement(
                warm,
                wallMillis,
                cpuMillis,
                serverMillis,
                otherMillis,
                answer.map(Answer::hash).orElse("")));
    }

    private static long ofServers(long... servers) {
        return LongStream.of(servers).map(ProcessorTime::ofTree).sum();
    }
}
