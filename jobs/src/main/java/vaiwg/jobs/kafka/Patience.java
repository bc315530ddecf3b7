package vaiwg.jobs.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.options.KafkaConnection;

/**
 * How long a Kafka that takes connections is waited for, as it may only be slow: as long as its own producers wait. That it is waited for
 * is said after a while, and that it answers again. For one who asks, whatever the threads on which answers come.
 */
public final class Patience implements AutoCloseable {
    public static final Duration LONGEST = Duration.ofMinutes(2);

    static final Duration TOLD_AFTER = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long LOOK_MILLIS = 1_000;

    private final KafkaConnection kafka;
    private final LongSupplier nanos;
    private final Consumer<String> say;
    private final AtomicLong open = new AtomicLong();
    private final Thread watch = new Thread(this::look, "patience with Kafka");
    private volatile long since;
    private volatile boolean told;

    Patience(KafkaConnection kafka, LongSupplier nanos, Consumer<String> say) {
        this.kafka = kafka;
        this.nanos = nanos;
        this.say = say;
        this.since = nanos.getAsLong();
    }

    /** Begins to watch for answers; until it is closed. */
    public static Patience with(KafkaConnection kafka) {
        Patience patience = new Patience(kafka, System::nanoTime, LOG::warn);
        patience.watch.setDaemon(true);
        patience.watch.start();
        return patience;
    }

    /** Begins with a question: what is done until it is closed is to be answered. */
    public static Patience asking(KafkaConnection kafka) {
        Patience patience = with(kafka);
        patience.asked();
        return patience;
    }

    /** One more answer is waited for. */
    public void asked() {
        if (open.getAndIncrement() == 0) {
            since = nanos.getAsLong();
        }
    }

    /** One came, good or bad. */
    public void answered() {
        open.decrementAndGet();
        since = nanos.getAsLong();
    }

    void tick() {
        boolean slow = open.get() > 0 && nanos.getAsLong() - since > TOLD_AFTER.toNanos();
        if (slow && !told) {
            say.accept("Kafka at " + kafka.bootstrapServers() + " has not answered for " + TOLD_AFTER.toSeconds()
                    + " seconds; it is waited for, up to " + LONGEST.toSeconds() + " seconds in all");
        } else if (!slow && told) {
            say.accept("Kafka at " + kafka.bootstrapServers() + " answers again");
        }
        told = slow;
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                tick();
            }
        } catch (InterruptedException e) {
            // Closed: nothing is waited for any more.
            return;
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
