package vaiwg.verification.endtoend;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.cli.run.LocalJob;
import vaiwg.demo.DemoProcess;
import vaiwg.jobs.FigureOutputs;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PasswordFile;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.TrustedClasses;

/** The job in a JVM of its own, from the newest checkpoint of its folder on, until its standard input ends. */
public final class CrashingJob {
    private static final Duration OFTEN = Duration.ofMillis(500);

    private CrashingJob() {}

    /**
     * The command that starts it.
     *
     * @param password a file that holds the database's
     */
    static List<String> command(
            EventLog log, Database database, Path password, Path checkpoints, URI prometheus, RunSettings settings) {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"), CrashingJob.class.getName());
        command.addAll(List.of(
                log.bootstrapServers(),
                log.prefix(),
                database.url(),
                database.user(),
                password.toString(),
                checkpoints.toString(),
                prometheus.toString(),
                settings.dailyFrom.toString(),
                settings.historyEnd.toString(),
                Integer.toString(settings.parallelism)));
        return command;
    }

    public static void main(String[] arguments) throws Exception {
        TrustedClasses.register();
        Path checkpoints = Path.of(arguments[5]);
        JobOptions options = new JobOptions(
                new KafkaConnection(arguments[0], arguments[1]),
                EventOptions.of(Forces.any()),
                new Database(arguments[2], arguments[3], PasswordFile.read(Path.of(arguments[4]))),
                FigureOutputs.to(Optional.of(HttpEndpoint.of(URI.create(arguments[6])))),
                new PublicationOptions(
                        LocalDate.parse(arguments[7]), true, Optional.of(Instant.parse(arguments[8])), false),
                new CheckpointOptions(
                        checkpoints, OFTEN, Checkpoints.newest(checkpoints).map(Checkpoint::location)),
                Integer.parseInt(arguments[9]),
                LocalPorts.none());
        try (LocalJob job = LocalJob.startOrFail(options)) {
            while (System.in.read() >= 0) {
                // Nothing is said on it.
            }
            job.stop();
        }
        System.exit(0);
    }
}
