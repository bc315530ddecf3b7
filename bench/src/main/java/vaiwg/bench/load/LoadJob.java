package vaiwg.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vaiwg.bench.measure.ChildJvm;
import vaiwg.cli.run.LocalJob;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.FigureOutputs;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PasswordFile;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.store.Database;

/** The job under load, as a program in a JVM of its own: whenever it is asked by a line, it collects garbage and says what is live. */
final class LoadJob {
    private static final int PARALLELISM = 2;
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(30);

    private LoadJob() {}

    /**
     * What the job says of itself.
     *
     * @param heapBytes live after a full collection
     * @param cpuNanos processor time since its start
     */
    record Reading(long heapBytes, long cpuNanos) {
        static Reading of(String line) {
            String[] numbers = line.split(" ");
            return new Reading(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
        }
    }

    /** @param arguments broker, topic prefix, database, its user, the file with the password, the history's end, its day, folder, state backend */
    public static void main(String[] arguments) {
        ChildJvm.run(() -> play(arguments));
    }

    private static void play(String... arguments) throws Exception {
        Instant end = Instant.parse(arguments[5]);
        LocalDate endDay = LocalDate.parse(arguments[6]);
        JobOptions options = new JobOptions(
                new KafkaConnection(arguments[0], arguments[1]),
                EventOptions.of(Forces.parse(SyntheticForce.FORCE)),
                new Database(arguments[2], arguments[3], PasswordFile.read(Path.of(arguments[4]))),
                FigureOutputs.none(),
                new PublicationOptions(
                        endDay.minusDays(PublicationOptions.DAILY_DAYS - 1L), true, Optional.of(end), false),
                new CheckpointOptions(
                        Path.of(arguments[7]), CHECKPOINT_EVERY, Optional.empty(), StateBackend.named(arguments[8])),
                PARALLELISM,
                new LocalPorts(FreePorts.find(1).get(0), 0));
        try (LocalJob job = LocalJob.startOrFail(options)) {
            answer(job);
        }
    }

    private static void answer(LocalJob job) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int asked = System.in.read(); asked >= 0; asked = System.in.read()) {
            if (asked == '\n') {
                if (!job.isAlive()) {
                    throw new IllegalStateException("The job ended under the load.");
                }
                System.gc();
                System.out.println(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + " "
                                + system.getProcessCpuTime());
            }
        }
    }
}
