package vaiwg.board.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;

/** What a request has to pass before a page is made for it. */
record Doors(AnswerPages answers, CasePages cases, Visitors visitors, RequestLimits limits, ServerSettings settings) {
    /**
     * By what the request says of itself; at once.
     *
     * @throws Refusal where it is not to be answered
     */
    void open(WebExchange exchange) {
        SecurityHeaders.set(exchange, settings.access().tls().isPresent());
        if (AnswerPages.isOf(exchange)) {
            SecurityHeaders.sayOrigin(exchange);
        }
        requireLength(exchange);
        if (!visitors.isOfMany(exchange)) {
            limits.require(exchange.remoteNetwork());
        }
        requireMethod(exchange);
    }

    /**
     * By who sends it.
     *
     * @param checks the threads for passwords
     * @throws Refusal where it is not for them; the result may end with one too
     */
    CompletableFuture<Void> letIn(WebExchange exchange, Executor checks) {
        return Health.isOf(exchange)
                ? CompletableFuture.completedFuture(null)
                : visitors.identify(exchange, checks).thenRun(() -> requireGrant(exchange));
    }

    /** Of the restricted annex whoever else is told nothing, not what there is either. */
    private void requireGrant(WebExchange exchange) {
        if (settings.restricted() && !exchange.visitor().grant().conduct()) {
            throw Refusal.forbidden("The restricted annex is not granted to this login.");
        }
    }

    /**
     * Servers and proxies that read the ends of chunks differently see different requests in what one client sends (CVE-2026-2332), so
     * nothing is taken in chunks: browsers send a form with its length.
     */
    private static void requireLength(WebExchange exchange) {
        if (exchange.header(HttpHeader.TRANSFER_ENCODING.asString()) != null) {
            throw Refusal.of(HttpStatus.LENGTH_REQUIRED_411, "Nothing is taken in chunks: send it with its length.")
                    .with("Connection", "close");
        }
    }

    private void requireMethod(WebExchange exchange) {
        if (exchange.isReading()) {
            return;
        }
        boolean takes = answers.takes(exchange) || cases.takes(exchange);
        if (!takes || !HttpMethod.POST.is(exchange.method())) {
            throw Refusal.of(
                            HttpStatus.METHOD_NOT_ALLOWED_405,
                            AnswerPages.isOf(exchange)
                                    ? "This server writes no answers like this: use the form of the page, or ./vaiwg note."
                                    : "These pages are read only.")
                    .with("Allow", takes ? "GET, HEAD, POST" : "GET, HEAD")
                    // What it sends is not read, so what comes after it on the same connection is not found.
                    .with("Connection", "close");
        }
    }
}
