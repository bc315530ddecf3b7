package vaiwg.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.metrics.prometheus.LoopbackReporter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.decode.DecodingSchema;
import vaiwg.jobs.decode.DecodingSource;
import vaiwg.jobs.kafka.KafkaLog;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.knowledge.ClockWatermarks;
import vaiwg.jobs.knowledge.DeadLetter;
import vaiwg.jobs.knowledge.DeadLetterSchema;
import vaiwg.jobs.knowledge.WatermarkWatch;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.StateFormat;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.rest.OperatorToken;
import vaiwg.jobs.rest.ReadsOnlyFactory;
import vaiwg.jobs.store.DayWriter;
import vaiwg.jobs.store.Migrations;
import vaiwg.jobs.store.Publication;
import vaiwg.jobs.store.SnapshotWriter;
import vaiwg.jobs.store.UpsertSinks;
import vaiwg.kpis.catalogue.Catalogue;

/** Wires the job: source, graph, sinks, and the settings on which its promises rest. */
public final class VaiwgJob {
    /** State is laid out for so many key groups; changing it loses state. */
    private static final int MAX_PARALLELISM = 128;
    /** How far one partition may run ahead of the slowest in a replay: bounds what waits in the panes. */
    private static final Duration AHEAD = Duration.ofDays(60);

    /** A full disk or a slow server for a while is no reason to start the job again: only the fourth failure in a row is. */
    private static final int TOLERABLE_CHECKPOINT_FAILURES = 3;
    /** Four that time out take twice the 20 minutes after which VaiwgCheckpointsFailing is raised: a person knows before the restart. */
    private static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(10);
    /** Between two checkpoints at least this part of the interval is left for events, however long checkpoints take. */
    private static final int PAUSE_PART = 3;

    private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(64);
    /** A slot's. */
    private static final MemorySize ROCKSDB_MEMORY = MemorySize.ofMebiBytes(256);

    private static final Duration ALIGN_EVERY = Duration.ofMillis(100);
    private static final Duration WATERMARK_EVERY = Duration.ofMillis(100);

    private static final Duration COUNT_PARTITIONS_EVERY = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(VaiwgJob.class);

    private final JobOptions options;
    private final SerializableSupplier<Catalogue> catalogue;

    public VaiwgJob(JobOptions options, SerializableSupplier<Catalogue> catalogue) {
        this.options = options;
        this.catalogue = catalogue;
    }

    /**
     * Finds or begins the publication and builds the job into an environment.
     *
     * @throws SQLException where the database cannot be written
     * @throws vaiwg.jobs.store.DatabaseException in one sentence, where its tables are not those of this build, another job publishes
     *     there, or its newest publication has other definitions
     * @throws IllegalStateException in one sentence, where the checkpoint to go on from is another build's; where Kafka does not answer or topics are missing or not as they must be
     */
    public void buildInto(StreamExecutionEnvironment environment) throws SQLException, InterruptedException {
        options.checkpoints().restoreFrom().ifPresent(StateFormat::require);
        TopicReport topics = fitTopics();
        Migrations.require(options.database());
        Publication publication;
        try (Connection connection = options.database().connectOrFail()) {
            publication = Publication.current(
                    connection,
                    catalogue.get(),
                    topics.log(),
                    options.publication().dailyFrom(),
                    options.publication().evenIfNotNewer());
        }
        wire(environment, topics.partitions(), publication);
    }

    /** Asked before anything is written: what the log does not keep, no figure can be computed from again. */
    private TopicReport fitTopics() throws InterruptedException {
        TopicReport topics = TopicReport.of(options.kafka()).requireFit();
        topics.warnings().forEach(LOG::warn);
        if (options.checkpoints().restoreFrom().isEmpty()) {
            topics.withoutBeginning().forEach(LOG::warn);
        }
        return topics;
    }

    /** The whole graph with its source and sinks; connects to nothing yet. */
    void wire(StreamExecutionEnvironment environment, int partitions, Publication publication) {
        PaneOptions panes = new PaneOptions(
                        catalogue,
                        publication.dailyFrom(),
                        options.publication().totalsDaily(),
                        options.publication()
                                .historyEnd()
                                .map(Instant::toEpochMilli)
                                .orElse(Long.MAX_VALUE))
                .shown(options.outputs().areShown());
        Pipeline pipeline = Pipeline.build(
                        arrivals(environment, partitions), options.kafka().topicPrefix(), partitions, panes)
                .publishTo(SnapshotWriter.sink(options.database(), catalogue, publication))
                .reviseTo(DayWriter.sink(options.database(), catalogue))
                .rejectTo(QuietClose.sink(deadLetters()))
                .listLateTo(QuietClose.sink(UpsertSinks.lateEvents(options.database())))
                .noteTo(QuietClose.sink(UpsertSinks.notes(options.database())))
                .writeFeedsTo(QuietClose.sink(NewestFeeds.sink(UpsertSinks.feeds(options.database()))))
                .writeTotalsTo(QuietClose.sink(UpsertSinks.totals(options.database())))
                .watchClocks(WatermarkWatch.sink(options.kafka().topicPrefix(), partitions));
        options.outputs()
                .all()
                .forEach(output -> pipeline.showTo(
                        output.uid(), output.title(), output.sink().apply(catalogue)));
    }

    /** The settings of an environment in which the job keeps its promises. */
    public Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_EVERY);
        configuration.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL,
                options.checkpoints().every());
        configuration.set(
                StateBackendOptions.STATE_BACKEND,
                options.checkpoints().backend().flinkName());
        // Said for both: the heap backend has nothing to leave out, and writes all.
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, TOLERABLE_CHECKPOINT_FAILURES);
        configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, CHECKPOINT_TIMEOUT);
        configuration.set(
                CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS,
                options.checkpoints().every().dividedBy(PAUSE_PART));
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                Checkpoints.address(options.checkpoints().folder()));
        configuration.set(
                CheckpointingOptions.SAVEPOINT_DIRECTORY,
                Checkpoints.address(options.checkpoints().folder()));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        options.checkpoints()
                .restoreFrom()
                .ifPresent(path -> configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
        return configuration;
    }

    /** The settings beside these for a job that runs in this JVM: it listens on the loopback address alone, and its page only shows. */
    public Configuration localConfiguration() {
        Configuration configuration = configuration();
        configuration.set(RestOptions.BIND_ADDRESS, JobOptions.HOST);
        configuration.set(RestOptions.ADDRESS, JobOptions.HOST);
        configuration.set(
                RestOptions.BIND_PORT, Integer.toString(options.ports().web()));
        configuration.set(JobManagerOptions.BIND_HOST, JobOptions.HOST);
        configuration.set(TaskManagerOptions.HOST, JobOptions.HOST);
        configuration.set(TaskManagerOptions.BIND_HOST, JobOptions.HOST);
        configuration.set(
                ReadsOnlyFactory.TOKEN_FILE,
                options.checkpoints().folder().resolve(OperatorToken.FILE).toString());
        // Whoever may upload a jar runs code as this user; and any page in a browser on this machine can ask.
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        configuration.set(WebOptions.CANCEL_ENABLE, false);
        configuration.set(WebOptions.RESCALE_ENABLE, false);
        configuration.set(
                WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN,
                "http://" + JobOptions.HOST + ":" + options.ports().web());
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, options.parallelism());
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, managedMemory());
        configuration.set(CoreOptions.TMP_DIRS, ownTemporaryFolder());
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
        if (options.ports().metrics() != 0) {
            configuration.set(MetricOptions.REPORTERS_LIST, "prometheus");
            configuration.setString(
                    "metrics.reporter.prometheus.factory.class", LoopbackReporter.Factory.class.getName());
            configuration.setString(
                    "metrics.reporter.prometheus.port",
                    Integer.toString(options.ports().metrics()));
        }
        return configuration;
    }

    /** RocksDB keeps its working files there, and in them references of records: Java makes such a folder for its owner alone. */
    private static String ownTemporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("vaiwg-");
            folder.toFile().deleteOnExit();
            return folder.toString();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "There is no place for temporary files: make room in " + System.getProperty("java.io.tmpdir") + ".",
                    e);
        }
    }

    /** RocksDB has its caches there, a part in each slot; the heap backend needs none. */
    private MemorySize managedMemory() {
        return options.checkpoints().backend() == StateBackend.ROCKSDB
                ? ROCKSDB_MEMORY.multiply(options.parallelism())
                : MANAGED_MEMORY;
    }

    private DataStream<DecodedRecord> arrivals(StreamExecutionEnvironment environment, int partitions) {
        environment.setParallelism(options.parallelism());
        DecodingSource source = new DecodingSource(
                new KafkaLog(options.kafka(), partitions, COUNT_PARTITIONS_EVERY),
                new DecodingSchema(options.kafka().topicPrefix(), options.events(), catalogue));
        WatermarkStrategy<DecodedRecord> clocks = WatermarkStrategy.<DecodedRecord>forGenerator(
                        context -> new ClockWatermarks(Clock.systemUTC()))
                .withWatermarkAlignment("partitions", AHEAD, ALIGN_EVERY);
        return environment
                .fromSource(source, clocks, "Arrivals")
                .setParallelism(Math.min(options.parallelism(), partitions))
                .uid("arrivals");
    }

    private KafkaSink<DeadLetter> deadLetters() {
        return KafkaSink.<DeadLetter>builder()
                .setBootstrapServers(options.kafka().bootstrapServers())
                .setKafkaProducerConfig(options.kafka().connector())
                .setRecordSerializer(
                        new DeadLetterSchema(Topics.deadLetter(options.kafka().topicPrefix())))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
    }
}
