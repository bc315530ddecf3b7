package vaiwg.board.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpStatus;

/** How many requests of an address are answered, or written down: so many a minute, and a quarter of them at once, one at least. */
final class RequestLimits {
    private static final int REMEMBERED = 10_000;
    private static final double AT_ONCE = 0.25;

    private final double most;
    private final double perNano;
    private final LongSupplier nanos;
    private final Map<String, Left> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param nanos a clock of no date, such as {@link System#nanoTime} */
    RequestLimits(int perMinute, LongSupplier nanos) {
        most = Math.max(1, perMinute * AT_ONCE);
        perNano = perMinute / (double) TimeUnit.MINUTES.toNanos(1);
        this.nanos = nanos;
    }

    /** @throws Refusal where the address has asked too often */
    void require(String address) {
        long wait = take(address);
        if (wait > 0) {
            throw Refusal.of(
                            HttpStatus.TOO_MANY_REQUESTS_429,
                            "Too many requests came from this address: wait a minute, then open the page again.")
                    .with("Retry-After", Long.toString(TimeUnit.NANOSECONDS.toSeconds(wait) + 1));
        }
    }

    /** Takes one of those that are left to an address: 0 where there was one, else in how many nanoseconds there is. */
    synchronized long take(String address) {
        long now = nanos.getAsLong();
        Left before = addresses.getOrDefault(address, new Left(most, now));
        double left = Math.min(most, before.requests + (now - before.at) * perNano);
        if (left < 1) {
            return Math.max(1, (long) ((1 - left) / perNano));
        }
        addresses.put(address, new Left(left - 1, now));
        return 0;
    }

    /** How many requests were left at an instant of the clock. */
    private record Left(double requests, long at) {}
}
