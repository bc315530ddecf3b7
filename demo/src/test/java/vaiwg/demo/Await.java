package vaiwg.demo;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks until something is so. The deadline is generous: it is there to end a test that would wait for ever. A test whose own time is over
 * is interrupted, and asks no more.
 */
public final class Await {
    private static final Duration DEADLINE = Duration.ofMinutes(20);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private Await() {}

    /** @param what completes the sentence "waited in vain until ..." */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain until " + what);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while it waited until " + what);
            }
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
        }
    }
}
