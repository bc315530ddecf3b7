package vaiwg.jobs;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vaiwg.jobs.store.Database;

/**
 * What a run of the job needs to know.
 *
 * @param bootstrapServers the Kafka brokers
 * @param topicPrefix with its dot, {@code vaiwg.}
 * @param schemaRegistry where producers that use Confluent's frame keep their schemas; absent where none does
 * @param database where figures are kept
 * @param remoteWrite Prometheus's remote-write address; absent where figures are not pushed
 * @param scrapePort port on which the newest snapshot is offered to be scraped, 0 for none
 * @param parallelism of the job; sources are narrowed to the smallest partition count
 * @param checkpoints folder for checkpoints and savepoints
 * @param checkpointEvery between checkpoints
 * @param dailyFrom first day from which rows of all slices are kept daily
 * @param totalsDaily whether totals and themes are kept daily before that, or at month ends
 * @param historyEnd where a history ends, if known: once there, restated days are written although the wall clock is far
 * @param restoreFrom a checkpoint or savepoint to go on from
 * @param webPort port of Flink's web page on 127.0.0.1, 0 for none; only where the job runs in this JVM
 * @param metricsPort port of Flink's Prometheus reporter, 0 for none; only where the job runs in this JVM
 * @param pushgateway address of a Pushgateway at which the newest snapshot is left; absent where none is
 */
public record JobOptions(
        String bootstrapServers,
        String topicPrefix,
        Optional<URI> schemaRegistry,
        Database database,
        Optional<URI> remoteWrite,
        int scrapePort,
        int parallelism,
        Path checkpoints,
        Duration checkpointEvery,
        LocalDate dailyFrom,
        boolean totalsDaily,
        Optional<Instant> historyEnd,
        Optional<String> restoreFrom,
        int webPort,
        int metricsPort,
        Optional<URI> pushgateway) {
    /** The address on which this job's own servers listen. */
    public static final String HOST = "127.0.0.1";

    /** Without a Pushgateway: where remote write is possible there is no need of one. */
    public JobOptions(
            String bootstrapServers,
            String topicPrefix,
            Optional<URI> schemaRegistry,
            Database database,
            Optional<URI> remoteWrite,
            int scrapePort,
            int parallelism,
            Path checkpoints,
            Duration checkpointEvery,
            LocalDate dailyFrom,
            boolean totalsDaily,
            Optional<Instant> historyEnd,
            Optional<String> restoreFrom,
            int webPort,
            int metricsPort) {
        this(
                bootstrapServers,
                topicPrefix,
                schemaRegistry,
                database,
                remoteWrite,
                scrapePort,
                parallelism,
                checkpoints,
                checkpointEvery,
                dailyFrom,
                totalsDaily,
                historyEnd,
                restoreFrom,
                webPort,
                metricsPort,
                Optional.empty());
    }
}
