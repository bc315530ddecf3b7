package vaiwg.jobs.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import vaiwg.engine.contributions.Delta;
import vaiwg.kpis.time.PartitionClock;

/**
 * Carries what panes are told to a thread of their own, in its order: subjects go on while windows are moved and rows are put together, which
 * take as long. What is published does not depend on it, since panes tell subjects nothing. For one thread that tells.
 */
final class PaneThread implements AutoCloseable {
    /** Few enough to be told soon, and so many that handing over costs nothing beside them. */
    private static final int BATCH = 512;
    /** What may wait, so that memory does not grow where panes are slower. */
    private static final int BATCHES = 64;

    private static final long LOOK_MILLIS = 100;

    private final Panes panes;
    private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread = new Thread(this::work, "panes of a replay");
    private List<Delta> next = new ArrayList<>();
    private volatile Throwable failure;

    /** What the thread works on; only it does. */
    interface Panes {
        void add(Delta delta);

        void publishThrough(long watermark);
    }

    /**
     * Some of what is told, in its order.
     *
     * @param watermark up to which is published after the deltas; {@link PartitionClock#UNSET} where nothing is
     * @param last whether nothing follows
     */
    private record Batch(List<Delta> deltas, long watermark, boolean last) {}

    private PaneThread(Panes panes) {
        this.panes = panes;
    }

    static PaneThread start(Panes panes) {
        PaneThread started = new PaneThread(panes);
        started.thread.setDaemon(true);
        started.thread.start();
        return started;
    }

    void add(Delta delta) {
        next.add(delta);
        if (next.size() == BATCH) {
            hand(PartitionClock.UNSET, false);
        }
    }

    /** After all that was told. */
    void publishThrough(long watermark) {
        hand(watermark, false);
    }

    /** Returns when all that was told is done; throws what panes threw. */
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
                batch.deltas.forEach(panes::add);
                if (batch.watermark != PartitionClock.UNSET) {
                    panes.publishThrough(batch.watermark);
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
