package vaiwg.jobs.kafka;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import vaiwg.jobs.options.KafkaConnection;

/**
 * The topics of events as the job reads them.
 *
 * @param partitions of each topic, as at the job's start
 * @param lookEvery how often they are counted again
 */
public record KafkaLog(KafkaConnection kafka, int partitions, Duration lookEvery) implements Serializable {
    private static final String GROUP = "vaiwg";

    /** A source of what was committed, from the beginning on; a place that the log does not have is an error. */
    public <T> KafkaSourceBuilder<T> source() {
        return KafkaSource.<T>builder()
                .setBootstrapServers(kafka.bootstrapServers())
                .setProperties(kafka.connector())
                .setTopics(Topics.streams(kafka.topicPrefix()))
                .setStartingOffsets(new EarliestOrFail())
                .setProperty("partition.discovery.interval.ms", "-1")
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, KafkaConnection.ISOLATION)
                .setGroupId(group(kafka));
    }

    /** The group under which the job says at each checkpoint how far it has read: the one of the file of properties, where that names one. */
    public static String group(KafkaConnection kafka) {
        return kafka.properties().getOrDefault(CommonClientConfigs.GROUP_ID_CONFIG, GROUP);
    }

    /**
     * Hands partitions out as {@code enumerator} does, as long as there are as many as at the start.
     *
     * @param known those of the checkpoint from which the job goes on; none at a fresh start
     */
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> watched(
            SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> enumerator,
            SplitEnumeratorContext<KafkaPartitionSplit> context,
            Collection<KafkaPartitionSplit> known) {
        return new WatchedPartitions(enumerator, context, new PartitionCounts(kafka, partitions), known, lookEvery);
    }
}
