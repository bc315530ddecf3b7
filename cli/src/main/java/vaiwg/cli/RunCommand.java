package vaiwg.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.flink.util.function.SerializableSupplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.cli.options.JobInputOptions;
import vaiwg.cli.options.OptionValues;
import vaiwg.cli.options.RemoteWriteOptions;
import vaiwg.cli.process.ShutdownSequence;
import vaiwg.cli.run.HealthServer;
import vaiwg.cli.run.JobHealth;
import vaiwg.cli.run.JobWatch;
import vaiwg.cli.run.LocalJob;
import vaiwg.cli.run.StartChecks;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.FigureOutputs;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.recovery.CheckpointOwner;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;
import vaiwg.jobs.recovery.StartingPoint;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.time.LondonDays;

/** The job against a Kafka, a PostgreSQL and a Prometheus that are there already. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final String OUTPUT = "--output";
    private static final String WEB_PORT = "--web-port";
    private static final String METRICS_PORT = "--metrics-port";
    private static final String HEALTH_PORT = "--health-port";
    private static final String CHECKPOINTS = "--checkpoints";
    private static final String RESTORE_FROM = "--restore-from";

    @Mixin
    private JobInputOptions inputs;

    @Mixin
    private RemoteWriteOptions remoteWrite;

    @Option(
            names = OUTPUT,
            paramLabel = "NAME=VALUE",
            description = "A further output of the newest figures: " + FigureOutputs.HELP + ".")
    private Map<String, String> outputs = Map.of();

    @Option(names = WEB_PORT, defaultValue = "8081", converter = OptionValues.Port.class)
    private int webPort;

    @Option(names = METRICS_PORT, defaultValue = "9249", converter = OptionValues.Port.class)
    private int metricsPort;

    @Option(names = HEALTH_PORT, defaultValue = "0", converter = OptionValues.Port.class)
    private int healthPort;

    @Option(names = "--parallelism", defaultValue = "2", converter = OptionValues.Positive.class)
    private int parallelism;

    @Option(names = CHECKPOINTS, defaultValue = "vaiwg-data/checkpoints")
    private Path checkpoints;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "SECONDS",
            defaultValue = "30",
            converter = OptionValues.Positive.class)
    private int checkpointSeconds;

    @Option(names = "--state-backend", paramLabel = "heap|rocksdb", defaultValue = "heap")
    private StateBackend stateBackend;

    @ArgGroup
    private Beginning beginning = new Beginning();

    /** Where to begin, if not at the newest checkpoint. */
    static final class Beginning {
        @Option(names = "--fresh")
        private boolean fresh;

        @Option(names = RESTORE_FROM, paramLabel = "PATH")
        private Optional<String> restoreFrom = Optional.empty();
    }

    @Option(
            names = "--daily-from",
            paramLabel = "DATE",
            description = "Keep rows of all slices daily from then on; at the first start only ("
                    + PublicationOptions.DAILY_DAYS + " days ago).")
    private Optional<LocalDate> dailyFrom = Optional.empty();

    @Option(names = "--new-publication", defaultValue = "${env:VAIWG_NEW_PUBLICATION:-false}")
    private boolean newPublication;

    @Option(names = "--no-heartbeat")
    private boolean noHeartbeat;

    @Override
    public Integer call() throws Exception {
        EventOptions events = inputs.events();
        FigureOutputs outputs = outputs();
        Path folder = checkpoints.toAbsolutePath();
        check(folder, outputs);
        try (ShutdownSequence parts = ShutdownSequence.install(() -> System.out.println("Ending ..."))) {
            SerializableSupplier<Catalogue> catalogue = inputs.catalogue(events);
            // Asks for all topics: a heartbeat would wait for one that is missing.
            CheckpointOwner wanted = owner(catalogue.get());
            StartingPoint start = startingPoint(folder, wanted);
            JobOptions options = options(
                    events,
                    outputs,
                    folder,
                    beginning.restoreFrom.or(() -> start.checkpoint().map(Checkpoint::location)));
            if (!noHeartbeat) {
                parts.start(
                        "the heartbeat",
                        () -> Heartbeat.start(inputs.kafka(), Duration.ofSeconds(20), Clock.systemUTC()));
            }
            LocalJob job = parts.start("the job", () -> LocalJob.startOrFail(options, catalogue));
            // Only now: before the first start the tables that it belongs to are not there.
            start.note(owner(catalogue.get()));
            JobHealth health = new JobHealth(job, inputs.kafka(), inputs.database(), folder);
            if (healthPort != 0) {
                parts.start("the answer on the job's health", () -> HealthServer.start(healthPort, health));
            }
            System.out.println(
                    "Running; the job's page is http://" + JobOptions.HOST + ":" + webPort + ". " + Vaiwg.HOW_TO_END);
            try {
                new JobWatch(job, health, System.out).untilItEnds();
            } catch (IllegalStateException | ExecutionException e) {
                // What is asked of a job that is being closed is rejected.
                if (!parts.isClosing()) {
                    throw e;
                }
            }
            if (parts.isClosing()) {
                // The process was asked to end; the hook gives the exit code.
                Thread.currentThread().join();
            }
            throw new IllegalStateException("The job has ended (" + job.lastFailure() + ").");
        }
    }

    private void check(Path folder, FigureOutputs outputs) {
        beginning.restoreFrom.ifPresent(from -> StartChecks.requireRestorable(RESTORE_FROM, from));
        StartChecks.requireWritable(CHECKPOINTS, folder);
        StartChecks.requireFreePort(WEB_PORT, webPort);
        StartChecks.requireFreePort(METRICS_PORT, metricsPort);
        StartChecks.requireFreePort(HEALTH_PORT, healthPort);
        outputs.named().forEach(output -> StartChecks.requireFreePort(OUTPUT, output.port()));
    }

    private FigureOutputs outputs() {
        return CommandFailure.orWrongUsage(
                () -> FigureOutputs.to(remoteWrite.endpoint()).and(outputs));
    }

    /** Where to go on, said in a line. */
    private StartingPoint startingPoint(Path folder, CheckpointOwner wanted) throws IOException {
        if (beginning.fresh || beginning.restoreFrom.isPresent()) {
            return StartingPoint.chosen(folder, Instant.now());
        }
        StartingPoint start = StartingPoint.find(folder, Instant.now(), () -> wanted);
        start.obstacle().ifPresent(reason -> System.out.println("Starting over: " + reason + "."));
        start.checkpoint()
                .map(found -> found.completed().toInstant().truncatedTo(ChronoUnit.SECONDS))
                .ifPresent(completed ->
                        System.out.println("Resuming from the checkpoint of " + completed + "; --fresh starts over."));
        return start;
    }

    private CheckpointOwner owner(Catalogue catalogue) {
        try {
            return CheckpointOwner.now(inputs.kafka(), inputs.database(), stateBackend, catalogue);
        } catch (IllegalStateException | DatabaseException e) {
            throw CommandFailure.unreachable("The job did not start: " + e.getMessage(), e);
        }
    }

    private JobOptions options(EventOptions events, FigureOutputs outputs, Path folder, Optional<String> restoreFrom) {
        return new JobOptions(
                inputs.kafka(),
                events,
                inputs.database(),
                outputs,
                new PublicationOptions(
                        dailyFrom.orElse(LocalDate.now(LondonDays.ZONE).minusDays(PublicationOptions.DAILY_DAYS)),
                        true,
                        Optional.empty(),
                        newPublication),
                new CheckpointOptions(folder, Duration.ofSeconds(checkpointSeconds), restoreFrom, stateBackend),
                parallelism,
                new LocalPorts(webPort, metricsPort));
    }
}
