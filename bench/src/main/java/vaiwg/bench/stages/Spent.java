package vaiwg.bench.stages;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What threads spend on some work.
 *
 * @param nanos time on a core, which another program beside it changes little
 * @param bytes that they allocate
 */
public record Spent(long nanos, long bytes) {
    static final Spent NOTHING = new Spent(0, 0);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What the thread that asks has spent since it began. */
    static Spent here() {
        return new Spent(THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
    }

    Spent plus(Spent other) {
        return new Spent(nanos + other.nanos, bytes + other.bytes);
    }

    Spent since(Spent before) {
        return new Spent(nanos - before.nanos, bytes - before.bytes);
    }
}
