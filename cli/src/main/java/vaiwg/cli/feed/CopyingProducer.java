package vaiwg.cli.feed;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;

/**
 * Writes records that a broker once took, in the order in which they are handed over. It gives up when the broker does not answer for as
 * long as is ever waited for it, and at the first record that is not taken. For one thread.
 */
public final class CopyingProducer implements AutoCloseable {
    /** As much as a producer holds: a client measures a record before it is compressed, so it may be larger than its topic's limit. */
    private static final int LARGEST_BYTES = 32 * 1024 * 1024;

    private final Function<Exception, RuntimeException> failures;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final KafkaProducer<byte[], byte[]> producer;

    /** @param failures what is thrown where a record was not taken */
    public CopyingProducer(KafkaConnection kafka, Function<Exception, RuntimeException> failures) {
        this.failures = failures;
        Map<String, Object> settings = StreamProducer.properties(Patience.LONGEST);
        if (!kafka.properties().containsKey(ProducerConfig.MAX_REQUEST_SIZE_CONFIG)) {
            settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_BYTES);
        }
        producer = new KafkaProducer<>(kafka.producer(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @param written told where it is, on a thread of the producer; what it throws is thrown by the next call */
    public void send(ProducerRecord<byte[], byte[]> next, Consumer<RecordMetadata> written) {
        requireTaken();
        producer.send(next, (place, rejection) -> {
            try {
                if (rejection != null) {
                    throw failures.apply(rejection);
                }
                written.accept(place);
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** Returns when the broker has all of them. */
    public void flush() {
        producer.flush();
        requireTaken();
    }

    private void requireTaken() {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /** After a failure what waits is dropped. */
    @Override
    public void close() {
        producer.close(failure.get() == null ? Patience.LONGEST : Duration.ZERO);
    }
}
