package vaiwg.cli.feed;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/** Writes feeds and single records into the topics as fast as the broker takes them. For one thread. */
public final class FeedProducer implements AutoCloseable {
    private static final int REPORT_EVERY = 1_000;

    private final AtomicReference<Exception> firstFailure = new AtomicReference<>();
    private final StreamProducer producer;
    private long records;

    public FeedProducer(KafkaConnection kafka) {
        this(kafka, Patience.LONGEST);
    }

    /** Likewise, for somebody who waits for the answer: a broker that takes nothing for so long counts as gone. */
    public FeedProducer(KafkaConnection kafka, Duration patience) {
        producer = new StreamProducer(kafka, patience, (written, failure) -> {
            if (failure != null) {
                firstFailure.compareAndSet(null, failure);
            }
        });
    }

    /**
     * Writes the whole feed; when it returns, the broker has every record.
     *
     * @param onProgress told from time to time, and at the end, how many records the feed has handed over
     * @return how many these are
     */
    public long play(Feed feed, LongConsumer onProgress) {
        records = 0;
        try {
            feed.play(next -> {
                write(next);
                if (records % REPORT_EVERY == 0) {
                    onProgress.accept(records);
                }
            });
            producer.flush();
        } catch (KafkaException e) {
            throw producer.failure(e);
        }
        requireNoFailure();
        onProgress.accept(records);
        return records;
    }

    /**
     * Writes what is missing of a feed whose beginning is in the topics, and nothing else before it: each partition then holds what
     * {@link #play} would have left there. For a feed that hands over the same records each time.
     *
     * @param onProgress as for {@link #play}; records that were there already count too
     */
    public long resume(Feed feed, LongConsumer onProgress) {
        producer.skipExisting();
        return play(feed, onProgress);
    }

    /** Writes one record; {@link #flush} waits until the broker has it. */
    public void send(FeedRecord next) {
        try {
            write(next);
        } catch (KafkaException e) {
            throw producer.failure(e);
        }
    }

    /**
     * Writes an encoded event to the partition that follows from its key; {@link #flush} waits until the broker has it.
     *
     * @param timestamp when it reaches the topic, epoch milliseconds
     */
    public void send(EventStream stream, byte[] key, long timestamp, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(producer.topic(stream), null, timestamp, key, value));
        } catch (KafkaException e) {
            throw producer.failure(e);
        }
        requireNoFailure();
    }

    public void flush() {
        try {
            producer.flush();
        } catch (KafkaException e) {
            throw producer.failure(e);
        }
        requireNoFailure();
    }

    private void write(FeedRecord next) {
        if (next.value() instanceof Progress progress) {
            producer.sendToEveryPartition(next.stream(), next.timestamp(), progress);
        } else {
            producer.send(next.stream(), next.key(), next.timestamp(), next.value());
        }
        records++;
        requireNoFailure();
    }

    private void requireNoFailure() {
        Exception failure = firstFailure.get();
        if (failure != null) {
            throw producer.failure(failure);
        }
    }

    @Override
    public void close() {
        if (firstFailure.get() == null) {
            producer.close();
        } else {
            producer.abort();
        }
    }
}
