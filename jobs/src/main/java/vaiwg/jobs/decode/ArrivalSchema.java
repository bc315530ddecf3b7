package vaiwg.jobs.decode;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.schemas.EventStream;

/** Decodes and projects a Kafka record, once, at the source. What cannot be used becomes a refusal; nothing is thrown. */
public final class ArrivalSchema implements KafkaRecordDeserializationSchema<Arrival> {
    private static final long serialVersionUID = 1L;

    private final String topicPrefix;
    private transient Map<String, EventStream> streams;
    private transient EventReader reader;

    public ArrivalSchema(String topicPrefix) {
        this.topicPrefix = topicPrefix;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        streams = new HashMap<>();
        for (EventStream stream : EventStream.values()) {
            streams.put(stream.topic(topicPrefix), stream);
        }
        reader = new EventReader();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Arrival> out) {
        out.collect(reader.read(streams.get(message.topic()), message));
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return TypeInformation.of(Arrival.class);
    }
}
