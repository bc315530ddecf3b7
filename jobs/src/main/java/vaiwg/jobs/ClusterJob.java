package vaiwg.jobs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
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
import vaiwg.jobs.options.FigureOutputs;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.options.LocalPorts;
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
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(30);
    /** Rows of all slices are kept daily from so many days before the first start. */
    private static final int DAILY_DAYS = 28;

    private ClusterJob() {}

    public static void main(String[] args) throws Exception {
        JobOptions options = options(System.getenv(), LocalDate.now(LondonDays.ZONE));
        StartingPoint start = startingPoint(options);
        VaiwgJob job = new VaiwgJob(options.startingAt(start), catalogue(System.getenv()));
        Configuration configuration = job.configuration();
        if (start.checkpoint().isPresent()) {
            // The job then removes it when a newer one is complete; else every start would leave one for ever.
            configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        job.buildInto(environment);
        // Only now: before the first start the tables that it belongs to are not there.
        start.note(owner(options));
        environment.execute("vaiwg");
    }

    private static CheckpointOwner owner(JobOptions options) {
        return CheckpointOwner.now(
                options.kafka(), options.database(), options.checkpoints().backend());
    }

    /** What VAIWG_RESTORE_FROM names, else the newest checkpoint: after the end of a JobManager the job goes on by itself. */
    private static StartingPoint startingPoint(JobOptions options) throws IOException {
        CheckpointOptions checkpoints = options.checkpoints();
        if (checkpoints.restoreFrom().isPresent()) {
            return StartingPoint.chosen(checkpoints.folder(), Instant.now());
        }
        StartingPoint start = StartingPoint.find(checkpoints.folder(), Instant.now(), () -> owner(options));
        start.obstacle().ifPresent(reason -> LOG.warn("Beginning anew: {}.", reason));
        start.checkpoint().ifPresent(found -> LOG.info("Going on from the checkpoint of {}.", found.completed()));
        return start;
    }

    /**
     * Reads the options; the cluster's own web page and metrics are configured with the cluster.
     *
     * @throws IllegalArgumentException in one sentence, where a variable is missing or cannot be read
     */
    static JobOptions options(Map<String, String> environment, LocalDate today) {
        return new JobOptions(
                new KafkaConnection(
                        required(environment, "VAIWG_KAFKA"),
                        environment.getOrDefault("VAIWG_TOPIC_PREFIX", "vaiwg."),
                        optional(environment, "VAIWG_KAFKA_CONFIG")
                                .map(file -> KafkaConfigFile.read(Path.of(file)))
                                .orElse(Map.of())),
                new EventOptions(
                        forces(environment),
                        earliest(environment),
                        optional(environment, "VAIWG_SCHEMA_REGISTRY_URL")
                                .map(address -> endpoint("VAIWG_SCHEMA_REGISTRY", address, environment))),
                database(environment),
                FigureOutputs.to(Optional.of(
                        endpoint("VAIWG_REMOTE_WRITE", required(environment, "VAIWG_REMOTE_WRITE"), environment))),
                new PublicationOptions(
                        today.minusDays(DAILY_DAYS),
                        true,
                        Optional.empty(),
                        optional(environment, "VAIWG_NEW_PUBLICATION")
                                .filter("true"::equals)
                                .isPresent()),
                new CheckpointOptions(
                        Path.of(required(environment, "VAIWG_CHECKPOINTS")),
                        CHECKPOINT_EVERY,
                        optional(environment, "VAIWG_RESTORE_FROM"),
                        optional(environment, "VAIWG_STATE_BACKEND")
                                .map(StateBackend::named)
                                .orElse(StateBackend.ROCKSDB)),
                parallelism(environment),
                LocalPorts.none());
    }

    /**
     * The measures, with the force's own file of denominators where one is named.
     *
     * @throws IllegalArgumentException in one sentence, where the file cannot be read
     */
    static SerializableSupplier<Catalogue> catalogue(Map<String, String> environment) {
        return optional(environment, "VAIWG_DENOMINATORS")
                .map(file -> DenominatorFile.catalogue(Path.of(file)))
                .orElse(Catalogue::shipped);
    }

    private static Forces forces(Map<String, String> environment) {
        try {
            return Forces.parse(required(environment, "VAIWG_FORCES"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Set VAIWG_FORCES to the forces whose events are counted, separated by commas, such as west-midlands,bedfordshire.",
                    e);
        }
    }

    private static LocalDate earliest(Map<String, String> environment) {
        Optional<String> date = optional(environment, "VAIWG_EARLIEST_DATE");
        try {
            return date.map(LocalDate::parse).orElse(EventOptions.DEFAULT_EARLIEST);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Set VAIWG_EARLIEST_DATE to a date such as 2000-01-01, or to nothing.", e);
        }
    }

    /** Where the tables are; the password comes from the environment and is in no address. */
    static Database database(Map<String, String> environment) {
        return new Database(
                required(environment, "VAIWG_DATABASE"),
                required(environment, "VAIWG_DATABASE_USER"),
                required(environment, "VAIWG_DATABASE_PASSWORD"));
    }

    /** A server and how it is told who asks, by the variables of that name with _USER, _PASSWORD_FILE, _HEADERS and _CA_FILE. */
    private static HttpEndpoint endpoint(String name, String address, Map<String, String> environment) {
        return HttpEndpoint.of(
                URI.create(address),
                optional(environment, name + "_USER"),
                optional(environment, name + "_PASSWORD_FILE").map(Path::of),
                optional(environment, name + "_HEADERS")
                        .map(HttpEndpoint::headers)
                        .orElse(Map.of()),
                optional(environment, name + "_CA_FILE").map(Path::of));
    }

    private static int parallelism(Map<String, String> environment) {
        String value = required(environment, "VAIWG_PARALLELISM");
        if (!value.matches("[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException(
                    "Set VAIWG_PARALLELISM to a number from 1 to 999; it is '" + value + "'.");
        }
        return Integer.parseInt(value);
    }

    /** Docker Compose sets a variable that is not there to nothing. */
    private static Optional<String> optional(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Set the environment variable " + name + "; the job needs it.");
        }
        return value;
    }
}
