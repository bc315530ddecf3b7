package vaiwg.board.web;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.board.ReportException;

/**
 * Takes a request from its first line to its answer. The threads that serve connections wait for nothing: who is there is asked, and
 * pages are made, on threads of their own, and what is sent is read as it comes.
 */
final class PagesHandler extends Handler.Abstract.NonBlocking {
    private static final Logger LOG = LoggerFactory.getLogger(PagesHandler.class);
    private static final String BUSY_SECONDS = "5";

    /** PostgreSQL's state of a statement that took longer than it may. */
    private static final String QUERY_CANCELED = "57014";

    private final Doors doors;
    private final Routes routes;
    private final Routes.Page missing;
    private final AccessRecord records;
    private final WorkThreads threads;
    private final ServerMetrics metrics;

    /** @param missing shown where an address has nothing to say */
    PagesHandler(
            Doors doors,
            Routes routes,
            Routes.Page missing,
            AccessRecord records,
            WorkThreads threads,
            ServerMetrics metrics) {
        this.doors = doors;
        this.routes = routes;
        this.missing = missing;
        this.records = records;
        this.threads = threads;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        WebExchange exchange = new WebExchange(request);
        answer(exchange)
                .exceptionally(failure -> fail(exchange, failure))
                .thenCompose(nothing -> record(exchange))
                .exceptionally(failure -> failRecord(exchange, failure))
                .thenRun(() -> {
                    metrics.answered(exchange.status(), System.nanoTime() - request.getBeginNanoTime());
                    exchange.send(response, callback);
                });
        return true;
    }

    private CompletableFuture<Void> answer(WebExchange exchange) {
        return CompletableFuture.runAsync(() -> doors.open(exchange), Runnable::run)
                .thenCompose(nothing -> doors.letIn(exchange, threads.logIns()))
                .thenCompose(nothing -> body(exchange))
                .thenRunAsync(() -> show(exchange), threads.pages());
    }

    private static CompletableFuture<Void> body(WebExchange exchange) {
        return exchange.isReading()
                ? CompletableFuture.completedFuture(null)
                : BodyReader.read(exchange.request()).thenAccept(exchange::body);
    }

    private void show(WebExchange exchange) {
        try {
            routes.find(exchange)
                    .orElse(nothing -> nothing.status(HttpStatus.NOT_FOUND_404))
                    .show(exchange);
            if (exchange.status() == HttpStatus.NOT_FOUND_404 && exchange.isEmpty()) {
                missing.show(exchange);
            }
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** What cannot be recorded is not shown. */
    private CompletableFuture<Void> record(WebExchange exchange) {
        return records.isDue(exchange)
                ? CompletableFuture.runAsync(
                        () -> {
                            try {
                                records.ended(exchange);
                            } catch (SQLException e) {
                                throw new CompletionException(e);
                            }
                        },
                        threads.pages())
                : CompletableFuture.completedFuture(null);
    }

    private Void fail(WebExchange exchange, Throwable failure) {
        return refuse(exchange, refusal(causeOf(failure)));
    }

    private Void failRecord(WebExchange exchange, Throwable failure) {
        if (causeOf(failure) instanceof SQLException) {
            LOG.error("Nothing is shown, since the access log cannot be written.", causeOf(failure));
            return refuse(
                    exchange,
                    Refusal.of(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            "Who sees these pages is recorded, and that cannot be done now: try again in a minute."));
        }
        return fail(exchange, failure);
    }

    private Void refuse(WebExchange exchange, Refusal refusal) {
        exchange.refuse(refusal);
        metrics.refused(refusal.status());
        return null;
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    private static Refusal refusal(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        } else if (failure instanceof RejectedExecutionException) {
            return Refusal.of(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            "This server has much to do: try again in some seconds.")
                    .with("Retry-After", BUSY_SECONDS);
        } else if (failure instanceof ReportException) {
            LOG.warn("A page is not shown at the tier of its reader.", failure);
            return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE_503, failure.getMessage());
        } else if (failure instanceof SQLException late && QUERY_CANCELED.equals(late.getSQLState())) {
            LOG.warn(
                    "A page could not be made within {} seconds: the database has too much to do.",
                    Connections.QUERY_SECONDS);
            return Refusal.of(
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    "The figures could not be read within " + Connections.QUERY_SECONDS
                            + " seconds: the database has too much to do. Try again in a minute.");
        } else if (failure instanceof SQLException) {
            LOG.warn("A page could not be made, since the database did not answer.", failure);
            return Refusal.of(
                    HttpStatus.SERVICE_UNAVAILABLE_503, "The database does not answer. Try again in a minute.");
        } else {
            LOG.error("A page could not be made.", failure);
            return Refusal.of(
                    HttpStatus.INTERNAL_SERVER_ERROR_500, "The page could not be made: the server's log says why.");
        }
    }
}
