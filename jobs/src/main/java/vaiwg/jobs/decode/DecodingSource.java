package vaiwg.jobs.decode;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import vaiwg.jobs.kafka.KafkaLog;
import vaiwg.jobs.records.DecodedRecord;

/**
 * Kafka's partitions, each with its clock from the first moment on, also where a job goes on from a checkpoint: the clock is kept
 * there with the partition's place (see {@link ClockedReader}).
 */
public final class DecodingSource
        implements Source<DecodedRecord, KafkaPartitionSplit, KafkaSourceEnumState>,
                ResultTypeQueryable<DecodedRecord> {
    private static final long serialVersionUID = 1L;

    private final KafkaLog log;
    private final DecodingSchema schema;
    private final KafkaSource<DecodedRecord> kafka;

    public DecodingSource(KafkaLog log, DecodingSchema schema) {
        this.log = log;
        this.schema = schema;
        this.kafka = log.<DecodedRecord>source().setDeserializer(schema).build();
    }

    @Override
    public SourceReader<DecodedRecord, KafkaPartitionSplit> createReader(SourceReaderContext context) throws Exception {
        return new ClockedReader(kafka.createReader(context), schema);
    }

    @Override
    public Boundedness getBoundedness() {
        return kafka.getBoundedness();
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        return log.watched(kafka.createEnumerator(context), context, List.of());
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state) throws Exception {
        return log.watched(kafka.restoreEnumerator(context, state), context, state.assignedSplits());
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return new ClockedSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return kafka.getEnumeratorCheckpointSerializer();
    }

    @Override
    public TypeInformation<DecodedRecord> getProducedType() {
        return kafka.getProducedType();
    }
}
