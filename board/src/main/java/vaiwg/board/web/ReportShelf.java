package vaiwg.board.web;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpStatus;
import vaiwg.board.Tier;
import vaiwg.board.report.ReportRequest;

/**
 * Reports that were made: the newest of each force and tier, and of all others those that were asked for last. Each is made once, by one of
 * two threads; whoever asks for one that is there waits for none that is being made.
 *
 * @param <R> a report
 */
final class ReportShelf<R> implements AutoCloseable {
    private static final int MAKERS = 2;
    /** Fewer than there are threads for pages, so that pages of reports that are there always have some. */
    static final int MOST_WAITING = 8;

    static final int OTHERS_KEPT = 6;

    private final Maker<R> maker;
    private final Map<ReportRequest, CompletableFuture<R>> reports = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Line, ReportRequest> newest = new HashMap<>();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final ExecutorService makers = Executors.newFixedThreadPool(MAKERS, WorkThreads.daemons("reports"));

    ReportShelf(Maker<R> maker) {
        this.maker = maker;
    }

    /** Makes a report, in some seconds. */
    @FunctionalInterface
    interface Maker<R> {
        R make(ReportRequest request) throws SQLException;
    }

    /**
     * A report, for a reader.
     *
     * @param isNewest whether it is of the force's newest snapshot
     * @throws Refusal where as many wait for reports as may
     */
    R get(ReportRequest request, boolean isNewest) throws SQLException {
        CompletableFuture<R> made = find(request);
        if (made != null && made.isDone()) {
            keep(request, isNewest);
            return join(made);
        }
        if (!waiting.tryAcquire()) {
            throw Refusal.of(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            "Reports of several days are being made: try again in some seconds.")
                    .with("Retry-After", "10");
        }
        try {
            return prepare(request, isNewest);
        } finally {
            waiting.release();
        }
    }

    /** A report, for whoever has no reader waiting. */
    R prepare(ReportRequest request, boolean isNewest) throws SQLException {
        CompletableFuture<R> made;
        boolean isFirst;
        synchronized (reports) {
            made = reports.get(request);
            isFirst = made == null;
            if (isFirst) {
                made = new CompletableFuture<>();
                reports.put(request, made);
            }
            keep(request, isNewest);
        }
        if (isFirst) {
            CompletableFuture<R> mine = made;
            makers.execute(() -> make(request, mine));
        }
        return join(made);
    }

    @Override
    public void close() {
        makers.shutdownNow();
    }

    private void make(ReportRequest request, CompletableFuture<R> made) {
        try {
            made.complete(maker.make(request));
        } catch (SQLException | RuntimeException | Error e) {
            synchronized (reports) {
                reports.remove(request, made);
            }
            made.completeExceptionally(e);
        }
    }

    private CompletableFuture<R> find(ReportRequest request) {
        synchronized (reports) {
            return reports.get(request);
        }
    }

    /** Lets go of what was asked for longest ago, and is the newest of none. */
    private void keep(ReportRequest request, boolean isNewest) {
        synchronized (reports) {
            if (isNewest) {
                newest.put(new Line(request.force(), request.tier()), request);
            }
            int others = reports.size();
            for (ReportRequest one : newest.values()) {
                others -= reports.containsKey(one) ? 1 : 0;
            }
            Iterator<ReportRequest> oldest = reports.keySet().iterator();
            while (others > OTHERS_KEPT) {
                ReportRequest one = oldest.next();
                if (!newest.containsValue(one)) {
                    oldest.remove();
                    others--;
                }
            }
        }
    }

    private static <R> R join(CompletableFuture<R> made) throws SQLException {
        try {
            return made.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException database) {
                throw database;
            }
            throw e;
        }
    }

    /** What has a newest report. */
    private record Line(String force, Tier tier) {}
}
