package vaiwg.policeuk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.feed.EventDecoder;
import vaiwg.cli.feed.KafkaServer;
import vaiwg.cli.feed.TopicsToTheEnd;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;

/**
 * What earlier imports left in the topics, as a {@link Ledger}: the topics are the only memory, so a second run of the command needs
 * no file of the first and cannot disagree with what the job reads.
 */
public final class TopicLedger implements AutoCloseable {
    private static final List<EventStream> STREAMS = List.of(EventStream.CRIME_RECORDING, EventStream.OUTCOME);

    private final KafkaConnection kafka;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, EventStream> partitions = new HashMap<>();
    private final TopicsToTheEnd topics;
    private final EventDecoder decoder = new EventDecoder();
    private final LedgerEntries entries = new LedgerEntries();

    /** @throws CommandFailure when the broker does not answer or has no such topics */
    public TopicLedger(KafkaConnection kafka) {
        this.kafka = kafka;
        KafkaServer.requireAnswer(kafka);
        this.consumer = kafka.reader(Patience.LONGEST);
        try {
            for (EventStream stream : STREAMS) {
                consumer.partitionsFor(stream.topic(kafka.topicPrefix()))
                        .forEach(found -> partitions.put(new TopicPartition(found.topic(), found.partition()), stream));
            }
            if (partitions.isEmpty()) {
                throw new KafkaException("no topics");
            }
            consumer.assign(partitions.keySet());
            topics = new TopicsToTheEnd(kafka, consumer);
        } catch (KafkaException e) {
            consumer.close();
            throw unreachable(e);
        }
    }

    /** How many records there are, at most. */
    public long records() {
        return topics.records();
    }

    /**
     * @param onProgress told from time to time how many were read
     * @throws CommandFailure when the broker goes away
     */
    Ledger read(LongConsumer onProgress) {
        LongAdder read = new LongAdder();
        try {
            topics.forEach(found -> {
                found.forEach(this::note);
                read.add(found.count());
                onProgress.accept(read.sum());
            });
        } catch (KafkaException e) {
            throw unreachable(e);
        }
        return entries.ledger(partitions);
    }

    private void note(ConsumerRecord<byte[], byte[]> next) {
        // Of what cannot be used the job writes a dead letter with its reason; it says nothing here.
        decoder.decode(next.value())
                .ifPresent(event -> entries.note(new TopicPartition(next.topic(), next.partition()), event));
    }

    private CommandFailure unreachable(KafkaException e) {
        return CommandFailure.unreachable(
                KafkaErrors.reason(kafka, e)
                        .orElse("The Kafka broker at " + kafka.bootstrapServers() + " did not give its records within "
                                + Patience.LONGEST.toSeconds() + " seconds; check that it runs and has the topics."),
                e);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
