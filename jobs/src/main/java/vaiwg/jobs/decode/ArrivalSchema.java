package vaiwg.jobs.decode;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vaiwg.jobs.options.EventOptions;
import vaiwg.schemas.EventStream;

/**
 * Decodes and projects a Kafka record, once, at the source. What cannot be used becomes a refusal; nothing is thrown, unless a schema
 * registry is asked in vain: then the job starts again from its last checkpoint, until it answers.
 */
public final class ArrivalSchema implements KafkaRecordDeserializationSchema<Arrival> {
    private static final long serialVersionUID = 1L;

    private final String topicPrefix;
    private final EventOptions options;

    private transient Map<String, EventStream> streams;
    private transient EventReader reader;
    private transient Map<TopicPartition, Long> goesOn;

    /**
     * @param options the rules by which records are used or refused
     */
    public ArrivalSchema(String topicPrefix, EventOptions options) {
        this.topicPrefix = topicPrefix;
        this.options = options;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        streams = new HashMap<>();
        for (EventStream stream : EventStream.values()) {
            streams.put(stream.topic(topicPrefix), stream);
        }
        reader = new EventReader(options);
    }

    /** Records of a partition before an offset were read before: they only tell its clock. */
    void goOnFrom(TopicPartition partition, long offset) {
        if (goesOn == null) {
            goesOn = new HashMap<>();
        }
        goesOn.put(partition, offset);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Arrival> out) {
        Arrival arrival = reader.read(streams.get(message.topic()), message);
        arrival.again = wasReadBefore(message);
        out.collect(arrival);
    }

    private boolean wasReadBefore(ConsumerRecord<byte[], byte[]> message) {
        if (goesOn == null) {
            return false;
        }
        Long from = goesOn.get(new TopicPartition(message.topic(), message.partition()));
        return from != null && message.offset() < from;
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return TypeInformation.of(Arrival.class);
    }
}
