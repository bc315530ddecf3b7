package vaiwg.jobs;

import java.util.Map;
import java.util.Optional;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.PublicationOptions;

/** The environment variables from which the job in a cluster, and its migration, take their settings; {@code docs/options.md} lists them. */
public enum ClusterVariable {
    VAIWG_KAFKA("required", "Bootstrap servers, separated by commas."),
    VAIWG_TOPIC_PREFIX("vaiwg.", "What the names of all topics begin with."),
    VAIWG_KAFKA_CONFIG("none", "File of client properties for a Kafka that asks for TLS or a login."),
    VAIWG_FORCES(
            "required", "Forces whose events are counted, separated by commas; events of others are dead letters."),
    VAIWG_EARLIEST_DATE(
            EventOptions.DEFAULT_EARLIEST.toString(),
            "First day (Europe/London) on which a change can have been made."),
    VAIWG_SCHEMA_REGISTRY_URL(
            "none", "Address of a schema registry; without it values in Confluent's frame are rejected."),
    VAIWG_SCHEMA_REGISTRY_USER("none", "User for basic authentication at the schema registry."),
    VAIWG_SCHEMA_REGISTRY_PASSWORD_FILE("none", "File that holds this user's password."),
    VAIWG_SCHEMA_REGISTRY_HEADERS(
            "none", "Headers sent to the schema registry, NAME=VALUE or NAME=@FILE, separated by semicolons."),
    VAIWG_SCHEMA_REGISTRY_CA_FILE("Java's", "Certificates (PEM) of the authorities that sign the schema registry's."),
    VAIWG_SITES(
            "that of West Midlands",
            "Folders of forces (docs/feeds.md), separated by commas, each named as its force is on the records."),
    VAIWG_DATABASE("required", "JDBC URL of PostgreSQL."),
    VAIWG_DATABASE_USER("required", "User there: the job's, or for the migration the owner of the tables."),
    VAIWG_DATABASE_PASSWORD("required", "This user's password, unless a file holds it."),
    VAIWG_DATABASE_PASSWORD_FILE("none", "File that holds it, so that it is in no description of a container."),
    VAIWG_BOARD_URL(
            "none", "Address of the board's pages, to which dashboards link; the migration writes it into a table."),
    VAIWG_NEW_PUBLICATION(
            "false",
            "true: definitions that differ from the published ones and are not newer, or other topics, begin a new publication."),
    VAIWG_DAILY_FROM(
            PublicationOptions.DAILY_DAYS + " days before the start",
            "First day of which all slices are kept every day; fixed by the first start of a publication."),
    VAIWG_REMOTE_WRITE("required", "Prometheus's remote-write address."),
    VAIWG_REMOTE_WRITE_USER("none", "User for basic authentication there."),
    VAIWG_REMOTE_WRITE_PASSWORD_FILE("none", "File that holds this user's password."),
    VAIWG_REMOTE_WRITE_HEADERS("none", "Headers sent there, NAME=VALUE or NAME=@FILE, separated by semicolons."),
    VAIWG_REMOTE_WRITE_CA_FILE("Java's", "Certificates (PEM) of the authorities that sign the certificate there."),
    VAIWG_OUTPUTS(
            "none",
            "Further outputs of the newest figures, NAME=VALUE, separated by semicolons: " + FigureOutputs.HELP + "."),
    VAIWG_CHECKPOINTS("required", "Folder of checkpoints, shared by all processes of the cluster."),
    VAIWG_CHECKPOINT_SECONDS("30", "Seconds between checkpoints, 1 to 600."),
    VAIWG_RESTORE_FROM("the newest checkpoint", "Checkpoint or savepoint from which the job starts."),
    VAIWG_STATE_BACKEND("rocksdb", "Where Flink keeps state while the job runs: heap or rocksdb."),
    VAIWG_PARALLELISM("required", "Parallel instances of each operator, 1 to 999.");

    private static final String REQUIRED = "required";

    private final String fallback;
    private final String meaning;

    ClusterVariable(String fallback, String meaning) {
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** The value that holds where the variable is not set, for people: {@code required} or {@code none} where there is none. */
    public String fallback() {
        return fallback;
    }

    /** What it sets, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether the job does not start without it. */
    public boolean isRequired() {
        return fallback.equals(REQUIRED);
    }

    /** Its value; Docker Compose sets a variable that is not there to nothing. */
    Optional<String> in(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(name())).filter(value -> !value.isBlank());
    }

    /**
     * Its value, else the fallback.
     *
     * @throws IllegalArgumentException in one sentence, where it is required and not set
     */
    String valueIn(Map<String, String> environment) {
        return in(environment).orElseGet(() -> {
            if (isRequired()) {
                throw new IllegalArgumentException("Set the environment variable " + name() + "; the job needs it.");
            }
            return fallback;
        });
    }
}
