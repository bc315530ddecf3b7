package vaiwg.cli.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells of a time in which the whole process stood still: it was stopped or waited for memory. Nobody in it could
 * notice then, and to others it was there, as its connections were; so it is said afterwards.
 */
final class PauseWatch implements AutoCloseable {
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration TICK = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final Consumer<String> say;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "pause-watch");
        thread.setDaemon(true);
        return thread;
    });
    private long last;

    /** @param nanos of a clock that goes on while the process stands still */
    PauseWatch(LongSupplier nanos, Consumer<String> say) {
        this.nanos = nanos;
        this.say = say;
        this.last = nanos.getAsLong();
    }

    /** Watches by the system's clock until it is closed. */
    static PauseWatch start(Consumer<String> say) {
        PauseWatch watch = new PauseWatch(System::nanoTime, say);
        watch.executor.scheduleWithFixedDelay(watch::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    void tick() {
        long now = nanos.getAsLong();
        Duration pause = Duration.ofNanos(now - last);
        last = now;
        if (pause.compareTo(LONGEST) > 0) {
            say.accept("This process stood still for " + pause.toSeconds()
                    + " seconds: it was stopped, or its machine had no processor or memory for it. It goes on, nothing"
                    + " is lost; what is due meanwhile is published now.");
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
