package vaiwg.board.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Makes whoever tries passwords wait: after some that were wrong, each further one doubles the wait, by the name at its address and by the
 * address. A name alone is never made to wait, since anybody could keep its owner out; all addresses together are bounded by the threads that
 * check passwords.
 */
final class LogInLimits {
    static final int FREE_BY_NAME = 5;
    static final int FREE_BY_ADDRESS = 20;
    static final int AT_ONCE_BY_ADDRESS = 4;
    private static final int LONGEST_SECONDS = 300;
    private static final long FORGOTTEN_AFTER_SECONDS = 900;
    private static final int REMEMBERED = 10_000;

    private final LongSupplier nanos;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Map<String, Integer> checking = new LinkedHashMap<>();

    /** @param nanos a clock of no date, such as {@link System#nanoTime} */
    LogInLimits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Checks a password on other threads.
     *
     * @throws Refusal where it is too early, or this address has as many checked as it may
     * @throws RejectedExecutionException where these threads have as much to do as they may
     */
    CompletableFuture<Void> run(String name, String address, Runnable check, Executor checks) {
        begin(name, address);
        try {
            return CompletableFuture.runAsync(check, checks).whenComplete((nothing, failure) -> end(address));
        } catch (RejectedExecutionException e) {
            end(address);
            throw e;
        }
    }

    /**
     * Before a password is checked; {@link #end} is called after it.
     *
     * @throws Refusal where it is too early, or this address has as many checked as it may
     */
    synchronized void begin(String name, String address) {
        long wait = Math.max(secondsToWait(ofName(name, address)), secondsToWait(address));
        int others = checking.getOrDefault(address, 0);
        if (wait > 0) {
            throw later("Too many passwords were wrong: wait some minutes, then try once more.", wait);
        }
        if (others >= AT_ONCE_BY_ADDRESS) {
            throw later("Several passwords are being checked: try again in a second.", 1);
        }
        checking.put(address, others + 1);
    }

    private static Refusal later(String sentence, long seconds) {
        return Refusal.of(HttpStatus.TOO_MANY_REQUESTS_429, sentence).with("Retry-After", Long.toString(seconds));
    }

    synchronized void end(String address) {
        checking.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    synchronized void failed(String name, String address) {
        fail(ofName(name, address), FREE_BY_NAME);
        fail(address, FREE_BY_ADDRESS);
    }

    /** The address keeps its failures: whoever has one password may not try those of others. */
    synchronized void succeeded(String name, String address) {
        failures.remove(ofName(name, address));
    }

    private void fail(String key, int free) {
        long now = nanos.getAsLong();
        Failures before = failures.get(key);
        int count = before == null || isForgotten(before, now) ? 1 : before.count + 1;
        int doublings = Math.min(count - free, Long.SIZE - 2);
        long wait = doublings < 0 ? 0 : Math.min(LONGEST_SECONDS, 1L << doublings);
        failures.put(key, new Failures(count, now, now + TimeUnit.SECONDS.toNanos(wait)));
    }

    private long secondsToWait(String key) {
        Failures before = failures.get(key);
        if (before == null) {
            return 0;
        }
        long left = before.until - nanos.getAsLong();
        return left <= 0 ? 0 : TimeUnit.NANOSECONDS.toSeconds(left) + 1;
    }

    private static boolean isForgotten(Failures failures, long now) {
        return now - failures.last > TimeUnit.SECONDS.toNanos(FORGOTTEN_AFTER_SECONDS);
    }

    private static String ofName(String name, String address) {
        return address + "|" + name;
    }

    /** How many in a row, when the last was, and until when nothing is tried; in nanoseconds of the clock. */
    private record Failures(int count, long last, long until) {}
}
