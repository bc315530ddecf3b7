package vaiwg.cli.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/**
 * Writes at intervals into every partition of every stream that it is complete up to ten minutes ago, so that a quiet topic does not
 * hold back the watermark.
 *
 * <p>Must not run while history is loaded into the same topics: it would make that history late.
 */
public final class Heartbeat implements AutoCloseable {
    /** How long after a change its event may still come without being late. */
    public static final Duration ALLOWANCE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);
    private static final String NAME = "heartbeat";

    private final Clock clock;
    private final StreamProducer producer;
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, NAME);
        thread.setDaemon(true);
        return thread;
    });

    private Heartbeat(KafkaConnection kafka, Clock clock) {
        this.clock = clock;
        this.producer = new StreamProducer(kafka, Patience.LONGEST, (written, failure) -> report(failure));
    }

    /**
     * Starts with a first beat at once.
     *
     * @param every the interval between beats
     * @throws CommandFailure when the broker does not answer, rejects the login or has no such topics
     */
    public static Heartbeat start(KafkaConnection kafka, Duration every, Clock clock) {
        Heartbeat heartbeat = new Heartbeat(kafka, clock);
        heartbeat.executor.scheduleAtFixedRate(heartbeat::beat, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    private void beat() {
        Instant now = clock.instant();
        Progress progress = Progress.newBuilder()
                .setCompleteThrough(now.minus(ALLOWANCE))
                .setProducer(NAME)
                .build();
        try {
            for (EventStream stream : EventStream.values()) {
                producer.sendToEveryPartition(stream, now.toEpochMilli(), progress);
            }
            producer.flush();
        } catch (RuntimeException e) {
            // The executor would drop all later beats without a word.
            report(e);
        }
    }

    /** One line when the broker goes, one when it is back: a beat missed is made good by the next. */
    private void report(Exception failure) {
        if (failure != null && failing.compareAndSet(false, true)) {
            LOG.warn("A heartbeat could not be written; snapshots wait until the Kafka broker takes one");
            LOG.info("Why a heartbeat could not be written", failure);
        } else if (failure == null && failing.compareAndSet(true, false)) {
            LOG.warn("Heartbeats are written again");
        }
    }

    /** Ends the beats; returns when the last has been written or given up. */
    @Override
    public void close() throws InterruptedException {
        executor.shutdown();
        if (executor.awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            producer.close();
        } else {
            executor.shutdownNow();
            producer.abort();
        }
    }
}
