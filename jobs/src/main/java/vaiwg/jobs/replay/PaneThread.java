package vaiwg.jobs.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import vaiwg.kpis.time.PartitionClock;

/**
 * Does what follows from subjects in a thread of its own, in the order in which it is told: subjects go on while persons are asked, windows are
 * moved and rows are put together, which take as long. What is published does not depend on it, since these tell subjects nothing. For one thread
 * that tells.
 */
final class PaneThread implements AutoCloseable {
    /** Few enough to be told soon, and so many that handing over costs nothing beside them. */
    private static final int BATCH = 512;
    /** What may wait, so that memory does not grow where panes are slower. */
    private static final int BATCHES = 64;

    private static final long LOOK_MILLIS = 100;

    private final LongConsumer publishing;
    private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread = new Thread(this::work, "panes of a replay");
    private List<Runnable> next = new ArrayList<>();
    private volatile Throwable failure;

    /**
     * Some of what is told, in its order.
     *
     * @param watermark up to which is published after it; {@link PartitionClock#UNSET} where nothing is
     * @param last whether nothing follows
     */
    private record Batch(List<Runnable> told, long watermark, boolean last) {}

    private PaneThread(LongConsumer publishing) {
        this.publishing = publishing;
    }

    /** @param publishing takes the watermark up to which is published; in the thread, as all that is told is done in it */
    static PaneThread start(LongConsumer publishing) {
        PaneThread started = new PaneThread(publishing);
        started.thread.setDaemon(true);
        started.thread.start();
        return started;
    }

    void add(Runnable told) {
        next.add(told);
        if (next.size() == BATCH) {
            hand(PartitionClock.UNSET, false);
        }
    }

    /** After all that was told. */
    void publishThrough(long watermark) {
        hand(watermark, false);
    }

    /** Returns when all that was told is done; throws what it threw. */
    void finish() {
        hand(PartitionClock.UNSET, true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw ended(e);
        }
        requireWell();
    }

    private void hand(long watermark, boolean last) {
        put(new Batch(next, watermark, last));
        next = new ArrayList<>();
    }

    private void put(Batch batch) {
        try {
            do {
                requireWell();
            } while (!waiting.offer(batch, LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw ended(e);
        }
    }

    private void requireWell() {
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    private static IllegalStateException ended(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("ended while a log was played", e);
    }

    private void work() {
        try {
            Batch batch;
            do {
                batch = waiting.take();
                batch.told.forEach(Runnable::run);
                if (batch.watermark != PartitionClock.UNSET) {
                    publishing.accept(batch.watermark);
                }
            } while (!batch.last);
        } catch (InterruptedException e) {
            // Closed: nobody waits for the rest.
            return;
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Ends it where it is, and returns when it does nothing more. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
