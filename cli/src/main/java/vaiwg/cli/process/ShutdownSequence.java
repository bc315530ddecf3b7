package vaiwg.cli.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the parts of a run in the reverse order of their start, within a limit, when the run ends or the process is asked to end
 * (SIGINT, SIGTERM). The exit code is then the JVM's own: 130 or 143.
 *
 * <p>A part that hangs is given up in time to close those after it: it may use what is left of the limit, less a tenth of the limit
 * for each of them.
 */
public final class ShutdownSequence implements AutoCloseable {
    /**
     * Long enough for a job, a broker and a database to end in good order; less than what service managers wait for. Tests that share
     * a busy machine give more by the system property: on it a part that would end is given up too soon.
     */
    private static final Duration LIMIT = Duration.ofSeconds(Long.getLong("vaiwg.shutdown.seconds", 15));

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownSequence.class);

    private record Part(String name, AutoCloseable closeable) {}

    private final long limitNanos;
    private final Deque<Part> parts = new ConcurrentLinkedDeque<>();
    private final ReentrantLock starting = new ReentrantLock();
    private final Thread hook;
    private volatile boolean closing;

    ShutdownSequence(Duration limit, Runnable atSignal) {
        this.limitNanos = limit.toNanos();
        this.hook = new Thread(
                () -> {
                    atSignal.run();
                    closeParts();
                },
                "shutdown-sequence");
    }

    /**
     * A sequence that also runs when the process is asked to end.
     *
     * @param atSignal done first when the process is asked to end: tells whoever asked that they were heard
     */
    public static ShutdownSequence install(Runnable atSignal) {
        ShutdownSequence sequence = new ShutdownSequence(LIMIT, atSignal);
        Runtime.getRuntime().addShutdownHook(sequence.hook);
        return sequence;
    }

    /**
     * Starts a part. A shutdown that comes meanwhile waits until it has started, and then closes it: no process is left behind.
     *
     * @param name for the log
     * @throws IllegalStateException when the shutdown has begun
     */
    public <T extends AutoCloseable> T start(String name, Supplier<T> starter) {
        starting.lock();
        try {
            if (closing) {
                throw new IllegalStateException(name + " is not started: the run is ending");
            }
            T part = starter.get();
            parts.push(new Part(name, part));
            return part;
        } finally {
            starting.unlock();
        }
    }

    /** Whether the shutdown has begun: what fails from then on is its consequence and needs no message. */
    public boolean isClosing() {
        return closing;
    }

    /**
     * For long work that nobody waits for once the run is ending.
     *
     * @throws IllegalStateException when the shutdown has begun
     */
    public void requireOpen() {
        if (closing) {
            throw new IllegalStateException("the run is ending");
        }
    }

    /** Closes all parts; a second call, from whatever thread, waits for the first and does nothing. */
    @Override
    public void close() {
        closeParts();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The process is ending, so the hook stays", e);
        }
    }

    /** The names of the parts that failed to close, or did not in time. */
    synchronized List<String> closeParts() {
        long end = System.nanoTime() + limitNanos;
        closing = true;
        List<String> failed = new ArrayList<>();
        boolean locked = false;
        try {
            locked = starting.tryLock(limitNanos / 2, TimeUnit.NANOSECONDS);
            for (Part part = parts.poll(); part != null; part = parts.poll()) {
                long reserve = parts.size() * (limitNanos / 10);
                if (!closed(part, end - System.nanoTime() - reserve)) {
                    failed.add(part.name());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (locked) {
                starting.unlock();
            }
        }
        return failed;
    }

    private static boolean closed(Part part, long nanos) throws InterruptedException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            part.closeable().close();
            return null;
        });
        Thread closer = new Thread(task, "close " + part.name());
        closer.setDaemon(true);
        closer.start();
        try {
            task.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            LOG.warn("{} did not end in time and is given up", part.name());
        } catch (ExecutionException e) {
            LOG.warn("{} did not end in good order", part.name(), e.getCause());
        }
        return false;
    }
}
