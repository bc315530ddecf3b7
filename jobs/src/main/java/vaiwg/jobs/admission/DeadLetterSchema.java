package vaiwg.jobs.admission;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A dead letter as a record: key and value as received, the rest in headers. */
public final class DeadLetterSchema implements KafkaRecordSerializationSchema<DeadLetter> {
    private static final long serialVersionUID = 1L;

    private final String topic;

    public DeadLetterSchema(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(DeadLetter letter, KafkaSinkContext context, Long timestamp) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "reason", letter.reason);
        add(headers, "detail", letter.detail);
        add(headers, "topic", letter.topic);
        add(headers, "partition", Integer.toString(letter.partition));
        add(headers, "offset", Long.toString(letter.offset));
        add(headers, "timestamp", Long.toString(letter.timestamp));
        return new ProducerRecord<>(topic, null, letter.timestamp, letter.key, letter.value, headers);
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
