package vaiwg.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.demo.LocalJob;
import vaiwg.cli.embedded.ShutdownSequence;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.jobs.JobOptions;
import vaiwg.kpis.time.LondonDays;

/** The job against a Kafka, a PostgreSQL and a Prometheus that are there already. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the job against the configured Kafka, PostgreSQL and Prometheus, with its heartbeat.")
final class RunCommand implements Callable<Integer> {
    private static final int DAILY_DAYS = 28;
    private static final long POLL_MILLIS = 1_000;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private DatabaseOptions database;

    @Option(
            names = "--remote-write",
            paramLabel = "URL",
            description = "Prometheus's remote-write address; without it figures are not pushed.")
    private Optional<URI> remoteWrite = Optional.empty();

    @Option(names = "--scrape-port", defaultValue = "0", description = "Offer the newest snapshot there; 0 for not.")
    private int scrapePort;

    @Option(names = "--web-port", defaultValue = "8081", description = "Of Flink's web page (${DEFAULT-VALUE}).")
    private int webPort;

    @Option(names = "--metrics-port", defaultValue = "9249", description = "Of Flink's own metrics (${DEFAULT-VALUE}).")
    private int metricsPort;

    @Option(names = "--parallelism", defaultValue = "2", description = "Of the job (${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--checkpoints",
            defaultValue = "vaiwg-data/checkpoints",
            description = "Folder for checkpoints (${DEFAULT-VALUE}).")
    private Path checkpoints;

    @Option(names = "--restore-from", description = "A checkpoint or savepoint to go on from.")
    private Optional<String> restoreFrom = Optional.empty();

    @Option(
            names = "--daily-from",
            paramLabel = "DATE",
            description = "Keep rows of all slices daily from then on; at the first start only (28 days ago).")
    private Optional<LocalDate> dailyFrom = Optional.empty();

    @Option(names = "--no-heartbeat", description = "Producers write progress records into every partition themselves.")
    private boolean noHeartbeat;

    @Override
    public Integer call() throws Exception {
        JobOptions options = new JobOptions(
                kafka.bootstrapServers(),
                kafka.topicPrefix(),
                database.database(),
                remoteWrite,
                scrapePort,
                parallelism,
                checkpoints.toAbsolutePath(),
                Duration.ofSeconds(30),
                dailyFrom.orElse(LocalDate.now(LondonDays.ZONE).minusDays(DAILY_DAYS)),
                true,
                Optional.empty(),
                restoreFrom,
                webPort,
                metricsPort);
        try (ShutdownSequence parts = ShutdownSequence.install(() -> System.out.println("Ending ..."))) {
            if (!noHeartbeat) {
                parts.start(
                        "the heartbeat",
                        () -> Heartbeat.start(
                                kafka.bootstrapServers(),
                                kafka.topicPrefix(),
                                Duration.ofSeconds(20),
                                Clock.systemUTC()));
            }
            LocalJob job = parts.start("the job", () -> LocalJob.startOrFail(options));
            System.out.println(
                    "Running; the job's page is http://" + JobOptions.HOST + ":" + webPort + ". Ctrl-C ends.");
            while (job.isAlive()) {
                Thread.sleep(POLL_MILLIS);
            }
            if (parts.isClosing()) {
                // The process was asked to end; the hook gives the exit code.
                Thread.currentThread().join();
            }
        }
        throw new IllegalStateException("The job has ended; its log tells why.");
    }
}
