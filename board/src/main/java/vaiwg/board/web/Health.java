package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Says without a login whether the server lives, {@code /health/live}, and whether its database answers, {@code /health}. The database is
 * asked once in some seconds, however many want to know.
 */
final class Health {
    private static final String READY = "/health";
    private static final String LIVE = "/health/live";
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int PATIENCE_SECONDS = 5;

    private final Connections connections;
    private final AtomicBoolean isAsking = new AtomicBoolean();
    private volatile boolean isReady;
    private volatile long askedAt = System.nanoTime() - KEPT_NANOS;

    Health(Connections connections) {
        this.connections = connections;
    }

    void routes(Routes routes) {
        routes.get(LIVE, exchange -> exchange.text("The pages are served."));
        routes.get(READY, this::ready);
    }

    /** Whether a request asks for this and for no page. */
    static boolean isOf(WebExchange exchange) {
        return exchange.path().equals(READY) || exchange.path().equals(LIVE);
    }

    private void ready(WebExchange exchange) {
        if (System.nanoTime() - askedAt >= KEPT_NANOS && isAsking.compareAndSet(false, true)) {
            try {
                isReady = doesAnswer();
                askedAt = System.nanoTime();
            } finally {
                isAsking.set(false);
            }
        }
        exchange.status(isReady ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503);
        exchange.text(isReady ? "The database answers." : "The database does not answer.");
    }

    private boolean doesAnswer() {
        try (Connection connection = connections.open()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            // That it does not answer is what was asked; pages that need it log why.
            return false;
        }
    }
}
