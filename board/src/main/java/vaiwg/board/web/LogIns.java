package vaiwg.board.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.board.access.Grants;

/** Names and passwords as browsers send them (RFC 7617), checked apart from the threads that serve, and not as often as somebody likes. */
final class LogIns {
    private static final Logger LOG = LoggerFactory.getLogger(LogIns.class);
    private static final String BASIC = "Basic ";
    private static final String ASKED = "Name and password are asked for.";

    private final Users users;
    private final Grants grants;
    private final LogInLimits limits = new LogInLimits(System::nanoTime);
    private final LogInSpans spans;
    private final ServerMetrics metrics;

    LogIns(Access.Basic access, Grants grants, ServerMetrics metrics) {
        this.users = access.users();
        this.spans = new LogInSpans(
                access.term(), access.keys(), () -> Clock.systemUTC().instant().getEpochSecond());
        this.grants = grants;
        this.metrics = metrics;
    }

    /**
     * Ends well where somebody of the file is there, whom the exchange then names; at once where the password was right before.
     *
     * @param checks the threads on which a password is checked anew: it takes a third of a second
     * @throws Refusal where name and password are missing, or tried too often, and where the log-in has ended
     */
    CompletableFuture<Void> require(WebExchange exchange, Executor checks) {
        Credentials given = credentials(exchange.header("Authorization")).orElseThrow(() -> ask(ASKED));
        // A name that is not in the file may be a password that was typed into the wrong field.
        if (users.have(given.name)) {
            exchange.visitor(new Visitor(given.name, exchange.remoteAddress(), grants.of(given.name)));
        }
        if (users.remember(given.name, given.password)) {
            goOn(exchange, given.name);
            return CompletableFuture.completedFuture(null);
        }
        String address = exchange.remoteNetwork();
        return limits.run(given.name, address, () -> check(given, address), checks)
                .thenRun(() -> goOn(exchange, given.name));
    }

    private void goOn(WebExchange exchange, String name) {
        Optional<String> kept = spans.next(name, exchange.headers("Cookie"));
        exchange.header("Set-Cookie", kept.orElseGet(spans::none));
        if (kept.isEmpty()) {
            throw ask("The log-in has ended: name and password are asked for again.");
        }
    }

    private void check(Credentials given, String address) {
        if (users.know(given.name, given.password)) {
            limits.succeeded(given.name, address);
            return;
        }
        limits.failed(given.name, address);
        metrics.logInFailed();
        LOG.warn(
                "A log-in failed: {} at {}.",
                users.have(given.name) ? given.name : "a name that the file of users has not",
                address);
        throw ask(ASKED);
    }

    private static Refusal ask(String sentence) {
        return Refusal.of(HttpStatus.UNAUTHORIZED_401, sentence)
                .with("WWW-Authenticate", "Basic realm=\"Strategy Board report\", charset=\"UTF-8\"");
    }

    private static Optional<Credentials> credentials(String header) {
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(new Credentials(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Credentials(String name, String password) {}
}
