package vaiwg.bench.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.LongSummaryStatistics;
import java.util.Map;

/** Watches how long the threads of one kind are on a core; what they do after the last look, a tenth of a second before their end, is lost. */
final class ThreadTimes implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<Long, Long> nanos = new HashMap<>();
    private final String prefix;
    private final Thread watch = new Thread(this::watch, "thread-times");
    private volatile boolean closed;

    /** @param prefix of the threads' names */
    ThreadTimes(String prefix) {
        this.prefix = prefix;
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        try {
            while (!closed) {
                look();
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(prefix)) {
                nanos.merge(thread.getThreadId(), THREADS.getThreadCpuTime(thread.getThreadId()), Math::max);
            }
        }
    }

    /** Of the threads that were seen, in milliseconds. */
    synchronized LongSummaryStatistics millis() {
        return nanos.values().stream().mapToLong(time -> time / NANOS_A_MILLI).summaryStatistics();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        watch.join();
    }
}
