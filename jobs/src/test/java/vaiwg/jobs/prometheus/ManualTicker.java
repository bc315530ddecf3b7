package vaiwg.jobs.prometheus;

import java.time.Duration;

/** Time that passes only where somebody waits, or as it is turned. */
final class ManualTicker implements Delivery.Ticker {
    // A ticker's numbers may overflow.
    private long nanos = Long.MAX_VALUE - Duration.ofMinutes(5).toNanos();

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration pause) {
        turnBy(pause);
    }

    void turnBy(Duration time) {
        nanos += time.toNanos();
    }

    Duration since(long earlier) {
        return Duration.ofNanos(nanos - earlier);
    }
}
