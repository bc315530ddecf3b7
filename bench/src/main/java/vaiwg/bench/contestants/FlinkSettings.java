package vaiwg.bench.contestants;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vaiwg.bench.measure.EventLog;
import vaiwg.jobs.options.StateBackend;
import vaiwg.schemas.EventStream;

/** What all jobs on Flink have in common: the job's own settings, and the log. */
final class FlinkSettings {
    static final int PARALLELISM = 2;
    static final Duration WATERMARK_EVERY = Duration.ofMillis(100);
    static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(30);

    private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(64);
    /** A slot's, as the job's own settings have it. */
    private static final MemorySize ROCKSDB_MEMORY = MemorySize.ofMebiBytes(256);

    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(128);

    private FlinkSettings() {}

    /** A cluster in this JVM: parallelism 2, state on the heap, checkpoints exactly once. */
    static StreamExecutionEnvironment environment(Path folder) {
        return environment(folder, PARALLELISM, StateBackend.HEAP);
    }

    /** The same with another parallelism or another place for state. */
    static StreamExecutionEnvironment environment(Path folder, int parallelism, StateBackend backend) {
        Configuration configuration = new Configuration();
        configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_EVERY);
        configuration.set(StateBackendOptions.STATE_BACKEND, backend.flinkName());
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_EVERY);
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
        // The end of the log is the end of the work: nothing is committed with a last checkpoint.
        configuration.set(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH, false);
        // What fails is to be seen, and not to be measured again and again.
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism);
        configuration.set(
                TaskManagerOptions.MANAGED_MEMORY_SIZE,
                backend == StateBackend.ROCKSDB ? ROCKSDB_MEMORY.multiply(parallelism) : MANAGED_MEMORY);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(configuration);
        environment.setParallelism(parallelism);
        return environment;
    }

    /** Some streams' topics from their beginning to what is their end at the start. */
    static <T> KafkaSource<T> source(
            EventLog log, Set<EventStream> streams, KafkaRecordDeserializationSchema<T> schema) {
        return endless(log, streams, schema)
                .setBounded(OffsetsInitializer.latest())
                .build();
    }

    /** The same, waiting at the end for what comes. */
    static <T> KafkaSourceBuilder<T> endless(
            EventLog log, Set<EventStream> streams, KafkaRecordDeserializationSchema<T> schema) {
        return KafkaSource.<T>builder()
                .setBootstrapServers(log.bootstrapServers())
                .setTopics(EventLog.topics(streams))
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(schema);
    }
}
