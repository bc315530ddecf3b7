package vaiwg.jobs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.kafka.KafkaConfigFile;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PasswordFile;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.recovery.CheckpointOwner;
import vaiwg.jobs.recovery.StartingPoint;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.time.LondonDays;

/** The job as the one application of a Flink cluster; what it needs to know comes from the environment. */
public final class ClusterJob {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterJob.class);
    /** An alert is raised where none completes in 15 minutes. */
    private static final int MOST_SECONDS = 600;

    private static final int MOST_INSTANCES = 999;

    private ClusterJob() {}

    public static void main(String[] args) throws Exception {
        JobOptions options = options(System.getenv(), LocalDate.now(LondonDays.ZONE));
        SerializableSupplier<Catalogue> catalogue = catalogue(System.getenv());
        Supplier<CheckpointOwner> owner = () -> owner(options, catalogue.get());
        StartingPoint start = startingPoint(options, owner);
        VaiwgJob job = new VaiwgJob(options.startingAt(start), catalogue);
        Configuration configuration = job.configuration();
        if (start.checkpoint().isPresent()) {
            // The job then removes it when a newer one is complete; else every start would leave one for ever.
            configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        job.buildInto(environment);
        // Only now: before the first start the tables that it belongs to are not there.
        start.note(owner.get());
        environment.execute("vaiwg");
    }

    private static CheckpointOwner owner(JobOptions options, Catalogue catalogue) {
        return CheckpointOwner.now(
                options.kafka(), options.database(), options.checkpoints().backend(), catalogue);
    }

    /** What VAIWG_RESTORE_FROM names, else the newest checkpoint: after the end of a JobManager the job goes on by itself. */
    private static StartingPoint startingPoint(JobOptions options, Supplier<CheckpointOwner> owner) throws IOException {
        CheckpointOptions checkpoints = options.checkpoints();
        if (checkpoints.restoreFrom().isPresent()) {
            return StartingPoint.chosen(checkpoints.folder(), Instant.now());
        }
        StartingPoint start = StartingPoint.find(checkpoints.folder(), Instant.now(), owner);
        start.obstacle().ifPresent(reason -> LOG.warn("Starting over: {}.", reason));
        start.checkpoint().ifPresent(found -> LOG.info("Resuming from the checkpoint of {}.", found.completed()));
        return start;
    }

    /**
     * Reads the options; the cluster's own web page and metrics are configured with the cluster.
     *
     * @throws IllegalArgumentException in one sentence, where a variable is missing or cannot be read
     */
    static JobOptions options(Map<String, String> environment, LocalDate today) {
        return new JobOptions(
                kafka(environment),
                new EventOptions(
                        forces(environment),
                        date(ClusterVariable.VAIWG_EARLIEST_DATE, environment).orElse(EventOptions.DEFAULT_EARLIEST),
                        ClusterVariable.VAIWG_SCHEMA_REGISTRY_URL
                                .in(environment)
                                .map(address -> endpoint(address, "VAIWG_SCHEMA_REGISTRY", environment))),
                database(environment),
                FigureOutputs.to(Optional.of(endpoint(
                                ClusterVariable.VAIWG_REMOTE_WRITE.valueIn(environment),
                                "VAIWG_REMOTE_WRITE",
                                environment)))
                        .and(named(ClusterVariable.VAIWG_OUTPUTS.in(environment))),
                new PublicationOptions(
                        date(ClusterVariable.VAIWG_DAILY_FROM, environment)
                                .orElse(today.minusDays(PublicationOptions.DAILY_DAYS)),
                        true,
                        Optional.empty(),
                        ClusterVariable.VAIWG_NEW_PUBLICATION
                                .valueIn(environment)
                                .equals("true")),
                new CheckpointOptions(
                        Path.of(ClusterVariable.VAIWG_CHECKPOINTS.valueIn(environment)),
                        Duration.ofSeconds(number(ClusterVariable.VAIWG_CHECKPOINT_SECONDS, MOST_SECONDS, environment)),
                        ClusterVariable.VAIWG_RESTORE_FROM.in(environment),
                        StateBackend.named(ClusterVariable.VAIWG_STATE_BACKEND.valueIn(environment))),
                number(ClusterVariable.VAIWG_PARALLELISM, MOST_INSTANCES, environment),
                LocalPorts.none());
    }

    static KafkaConnection kafka(Map<String, String> environment) {
        return new KafkaConnection(
                ClusterVariable.VAIWG_KAFKA.valueIn(environment),
                ClusterVariable.VAIWG_TOPIC_PREFIX.valueIn(environment),
                ClusterVariable.VAIWG_KAFKA_CONFIG
                        .in(environment)
                        .map(file -> KafkaConfigFile.read(Path.of(file)))
                        .orElse(Map.of()));
    }

    /**
     * The measures, over the folders of forces where they are named.
     *
     * @throws IllegalArgumentException in one sentence, where a folder cannot be read
     */
    static SerializableSupplier<Catalogue> catalogue(Map<String, String> environment) {
        List<Path> folders = ClusterVariable.VAIWG_SITES
                .in(environment)
                .map(named -> Stream.of(named.split(",")).map(Path::of).toList())
                .orElse(List.of());
        return SiteFiles.catalogue(SiteFiles.read(folders, forces(environment)));
    }

    private static Forces forces(Map<String, String> environment) {
        try {
            return Forces.parse(ClusterVariable.VAIWG_FORCES.valueIn(environment));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Set VAIWG_FORCES to the forces whose events are counted, separated by commas, such as west-midlands,bedfordshire.",
                    e);
        }
    }

    private static Optional<LocalDate> date(ClusterVariable variable, Map<String, String> environment) {
        try {
            return variable.in(environment).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Set " + variable + " to a date such as 2000-01-01, or to nothing.", e);
        }
    }

    /** Where the tables are; the password comes from a file or the environment and is in no address. */
    static Database database(Map<String, String> environment) {
        return new Database(
                ClusterVariable.VAIWG_DATABASE.valueIn(environment),
                ClusterVariable.VAIWG_DATABASE_USER.valueIn(environment),
                ClusterVariable.VAIWG_DATABASE_PASSWORD_FILE
                        .in(environment)
                        .map(file -> PasswordFile.read(Path.of(file)))
                        .orElseGet(() -> ClusterVariable.VAIWG_DATABASE_PASSWORD.valueIn(environment)));
    }

    /** What follows each name, for example {@code scrape=9500;other=/a/folder}. */
    private static Map<String, String> named(Optional<String> outputs) {
        return outputs.stream()
                .flatMap(all -> Stream.of(all.split(";")))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0].strip(), one -> one.length == 1 ? "" : one[1].strip()));
    }

    /** @param server with what the names of its variables begin */
    private static HttpEndpoint endpoint(String address, String server, Map<String, String> environment) {
        Function<String, Optional<String>> variable =
                what -> ClusterVariable.valueOf(server + what).in(environment);
        return HttpEndpoint.of(
                URI.create(address),
                variable.apply("_USER"),
                variable.apply("_PASSWORD_FILE").map(Path::of),
                variable.apply("_HEADERS").map(HttpEndpoint::headers).orElse(Map.of()),
                variable.apply("_CA_FILE").map(Path::of));
    }

    private static int number(ClusterVariable variable, int most, Map<String, String> environment) {
        String value = variable.valueIn(environment);
        if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(
                    "Set " + variable + " to a number from 1 to " + most + "; it is '" + value + "'.");
        }
        return Integer.parseInt(value);
    }
}
