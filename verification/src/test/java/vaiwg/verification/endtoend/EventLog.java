package vaiwg.verification.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/** The topics of one history. A run reads them from their beginning, as often as one likes. */
record EventLog(KafkaConnection kafka) {
    KafkaConnection connection() {
        return kafka;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Of the topics' names, with its dot. */
    String prefix() {
        return kafka.topicPrefix();
    }

    String topic(EventStream stream) {
        return stream.topic(prefix());
    }

    String deadLetterTopic() {
        return Topics.deadLetter(prefix());
    }

    void play(Feed feed) {
        try (FeedProducer producer = new FeedProducer(kafka)) {
            producer.play(feed, records -> {});
        }
    }

    void send(List<FeedRecord> records) {
        try (FeedProducer producer = new FeedProducer(kafka)) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    /** Writes to one partition only, progress records too. */
    void sendTo(int partition, List<FeedRecord> records) throws IOException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> written = new ArrayList<>();
            for (FeedRecord next : records) {
                byte[] key = next.key() == null ? null : next.key().getBytes(StandardCharsets.UTF_8);
                written.add(producer.send(new ProducerRecord<>(
                        topic(next.stream()), partition, next.timestamp(), key, encode(next.value()))));
            }
            for (Future<RecordMetadata> record : written) {
                record.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("a record was not written", e);
        }
    }

    /** An event as it stands on a topic. */
    static byte[] encode(SpecificRecord event) {
        return new EventEncoder().encode(event);
    }

    /** Says in every partition of every stream that it is complete through an instant. */
    void completeThrough(Instant instant) {
        Progress progress = Progress.newBuilder()
                .setCompleteThrough(instant)
                .setProducer("test")
                .build();
        send(List.of(EventStream.values()).stream()
                .map(stream -> new FeedRecord(stream, null, instant.toEpochMilli(), progress))
                .toList());
    }
}
