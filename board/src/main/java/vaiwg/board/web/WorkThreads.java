package vaiwg.board.web;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for what takes long, apart from those that serve connections: checks of passwords, and pages. Each kind has a number of threads
 * and a queue that ends; what finds it full is rejected ({@link java.util.concurrent.RejectedExecutionException}).
 */
final class WorkThreads implements AutoCloseable {
    private static final int LOG_INS = 2;
    private static final int LOG_INS_WAITING = 16;
    private static final int PAGES = 16;
    private static final int PAGES_WAITING = 400;
    private static final long IDLE_SECONDS = 60;

    private final ExecutorService logIns = threads("log-ins", LOG_INS, LOG_INS_WAITING);
    private final ExecutorService pages = threads("pages", PAGES, PAGES_WAITING);

    Executor logIns() {
        return logIns;
    }

    Executor pages() {
        return pages;
    }

    @Override
    public void close() {
        logIns.shutdownNow();
        pages.shutdownNow();
    }

    private static ExecutorService threads(String name, int most, int waiting) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), daemons(name));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Makes threads of a name, which keep no process alive. */
    static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
