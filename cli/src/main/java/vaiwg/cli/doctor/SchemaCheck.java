package vaiwg.cli.doctor;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.feed.TopicsToTheEnd;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;

/** Whether the newest record of each partition is of a schema that this build reads: a released one, or one of a registry. */
record SchemaCheck(Supplier<KafkaConnection> kafka, Supplier<Optional<HttpEndpoint>> registry) {
    private static final Set<Reason> OF_SCHEMAS =
            Set.of(Reason.UNDECODABLE, Reason.UNKNOWN_SCHEMA, Reason.WRONG_STREAM);
    /** The mark of a transaction may be behind the newest record. */
    private static final int LAST = 2;

    void look(Findings found) {
        KafkaConnection connection = kafka.get();
        try (Consumer<byte[], byte[]> consumer = connection.reader(Patience.LONGEST)) {
            consumer.assign(Topics.streams(connection.topicPrefix()).stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
            say(newest(connection, consumer), connection, found);
        } catch (KafkaException e) {
            throw new IllegalStateException(KafkaErrors.sentence(connection, e), e);
        }
    }

    static Collection<ConsumerRecord<byte[], byte[]>> newest(
            KafkaConnection connection, Consumer<byte[], byte[]> consumer) {
        TopicsToTheEnd topics = new TopicsToTheEnd(connection, consumer);
        consumer.endOffsets(consumer.assignment())
                .forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - LAST)));
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();
        topics.forEach(next ->
                next.forEach(record -> newest.put(new TopicPartition(record.topic(), record.partition()), record)));
        return newest.values();
    }

    void say(Collection<ConsumerRecord<byte[], byte[]>> newest, KafkaConnection connection, Findings found) {
        EventReader reader = new EventReader(
                new EventOptions(Forces.any(), EventOptions.DEFAULT_EARLIEST, registry.get()), CodeMaps.shipped());
        Set<String> others = new TreeSet<>();
        for (ConsumerRecord<byte[], byte[]> record : newest) {
            EventStream stream = EventStream.ofTopic(record.topic(), connection.topicPrefix())
                    .orElseThrow();
            DecodedRecord read = reader.read(stream, record);
            if (read.rejected != null && OF_SCHEMAS.contains(Reason.ofSlug(read.rejected))) {
                others.add("A newest record of " + record.topic() + " is of no schema that this build reads there ("
                        + read.detail + "): have its producer use a released one, update the job, or register it.");
            }
        }
        others.forEach(found::todo);
        if (others.isEmpty()) {
            found.ok("The newest records, of " + newest.size() + " partitions, are of schemas that this build reads.");
        }
    }
}
