package vaiwg.cli.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/**
 * Writes at intervals into every partition of every stream that it is complete up to ten minutes ago, so that a quiet topic does not
 * hold back the watermark.
 *
 * <p>It says nothing while this machine's clock and the broker's differ by more than five minutes: one of them is wrong.
 *
 * <p>Must not run while history is loaded into the same topics: it would make that history late.
 */
public final class Heartbeat implements AutoCloseable {
    /** How long after a change its event may still come without being late. */
    public static final Duration ALLOWANCE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);
    private static final String NAME = "heartbeat";

    private final KafkaConnection kafka;
    private final Clock clock;
    private final StreamProducer producer;
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, NAME);
        thread.setDaemon(true);
        return thread;
    });

    /** What every partition has been told; before the first beat what says nothing. */
    private Instant said = Instant.EPOCH;

    private Heartbeat(KafkaConnection kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
        this.producer = new StreamProducer(kafka, Patience.LONGEST, (written, failure) -> {
            if (failure == null) {
                recovered();
            } else {
                report(failure);
            }
        });
    }

    /**
     * Starts with a first beat at once, after this machine's clock has been compared with the broker's.
     *
     * @param every the interval between beats
     */
    public static Heartbeat start(KafkaConnection kafka, Duration every, Clock clock) {
        Heartbeat heartbeat = new Heartbeat(kafka, clock);
        try {
            heartbeat.requireSameTime();
        } catch (CommandFailure e) {
            heartbeat.producer.abort();
            throw e;
        }
        heartbeat.executor.scheduleAtFixedRate(heartbeat::beat, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    private void requireSameTime() {
        try {
            Optional<String> wrong = compareWithBroker(clock.instant());
            if (wrong.isPresent()) {
                throw CommandFailure.unreachable(wrong.get(), null);
            }
        } catch (InvalidTimestampException e) {
            throw producer.failure(e);
        } catch (KafkaException e) {
            // What a broker does not take now it may take with the next beat.
            report(e);
        }
    }

    private void beat() {
        try {
            Instant now = clock.instant();
            Optional<String> wrong = compareWithBroker(now);
            if (wrong.isPresent()) {
                report(wrong.get());
                return;
            }
            Progress progress = progress(now.minus(ALLOWANCE));
            for (EventStream stream : EventStream.values()) {
                producer.sendToEveryPartition(stream, now.toEpochMilli(), progress);
            }
            producer.flush();
            said = progress.getCompleteThrough();
        } catch (RuntimeException e) {
            // The executor would drop all later beats without a word.
            report(e);
        }
    }

    /**
     * What is wrong where this clock and the broker's differ. The record from which the broker's time is learned says nothing that was not
     * said before. A topic that keeps its producers' times does not tell the broker's, but its broker takes nothing that is ahead of it.
     */
    private Optional<String> compareWithBroker(Instant now) {
        Instant there = Instant.ofEpochMilli(producer.timeOf(now.toEpochMilli(), progress(said)));
        return ClockDifference.sentence(now, there, clock.instant(), "Kafka at " + kafka.bootstrapServers());
    }

    private static Progress progress(Instant completeThrough) {
        return Progress.newBuilder()
                .setCompleteThrough(completeThrough)
                .setProducer(NAME)
                .build();
    }

    private void report(Exception failure) {
        if (!failing.get()) {
            LOG.info("Why no heartbeat is written", failure);
        }
        report(KafkaErrors.sentence(kafka, failure));
    }

    /** One line when beats end, one when they are back: a beat missed is made good by the next. */
    private void report(String reason) {
        if (failing.compareAndSet(false, true)) {
            LOG.warn("No heartbeat is written, and snapshots wait for one: {}", reason);
        }
    }

    private void recovered() {
        if (failing.compareAndSet(true, false)) {
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
