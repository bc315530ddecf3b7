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

/**
 * Takes a request from its first line to its answer. The threads that serve connections wait for nothing: who is there is asked, and
 * pages are made, on threads of their own, and what is sent is read as it comes.
 */
final class PagesHandler extends Handler.Abstract.NonBlocking {
    private static final Logger LOG = LoggerFactory.getLogger(PagesHandler.class);
    private static final String BUSY_SECONDS = "5";

    private final Doors doors;
    private final Routes routes;
    private final Routes.Page missing;
    private final WorkThreads threads;
    private final ServerMetrics metrics;

    /** @param missing shown where an address has nothing to say */
    PagesHandler(Doors doors, Routes routes, Routes.Page missing, WorkThreads threads, ServerMetrics metrics) {
        this.doors = doors;
        this.routes = routes;
        this.missing = missing;
        this.threads = threads;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        WebExchange exchange = new WebExchange(request);
        answer(exchange).whenComplete((nothing, failure) -> {
            if (failure != null) {
                fail(exchange, failure instanceof CompletionException ? failure.getCause() : failure);
            }
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

    private void fail(WebExchange exchange, Throwable failure) {
        Refusal refusal = refusal(failure);
        exchange.refuse(refusal);
        metrics.refused(refusal.status());
    }

    private static Refusal refusal(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        } else if (failure instanceof RejectedExecutionException) {
            return Refusal.of(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            "This server has much to do: try again in some seconds.")
                    .with("Retry-After", BUSY_SECONDS);
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
