package vaiwg.board.web;

import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import vaiwg.board.access.AccessLog;
import vaiwg.board.access.AccessLog.Entry;
import vaiwg.board.access.AccessLog.Kind;

/** What the access log says of a request. */
final class AccessRecord {
    private final AccessLog log;
    private final String part;
    private final RequestLimits refusals = new RequestLimits(1, System::nanoTime);

    /** @param restricted whether what is asked for is in the restricted annex, whose pages have the addresses of the report's */
    AccessRecord(AccessLog log, boolean restricted) {
        this.log = log;
        part = restricted ? ", restricted annex" : "";
    }

    /**
     * Whether a request shows, takes or refuses something that is to be written down: style sheets, the question for a password, that somebody is to
     * come again later, and what was refused to the same address within the minute are not.
     */
    boolean isDue(WebExchange exchange) {
        int status = exchange.status();
        boolean isAsked = status == HttpStatus.UNAUTHORIZED_401 && exchange.header("Authorization") == null;
        boolean isLater = exchange.isRefused()
                && (status == HttpStatus.TOO_MANY_REQUESTS_429 || status == HttpStatus.SERVICE_UNAVAILABLE_503);
        return !isAsked
                && !isLater
                && !Health.isOf(exchange)
                && (exchange.isRefused() || !exchange.path().endsWith(".css"))
                && !isRepeated(exchange);
    }

    /** Refusals of whoever is not known are one row a minute for an address and kind: nobody without a login fills the log. */
    private boolean isRepeated(WebExchange exchange) {
        Visitor visitor = exchange.visitor();
        return exchange.isRefused()
                && visitor.login().equals(Entry.NOBODY)
                && refusals.take(visitor.address() + " " + exchange.status()) > 0;
    }

    /** How a request ended, before its answer is sent. */
    void ended(WebExchange exchange) throws SQLException {
        write(exchange, kind(exchange), Optional.of(exchange.status()), exchange.reason());
    }

    /** That an answer is about to be written, in the name of a post. */
    void begins(WebExchange exchange, String post) throws SQLException {
        write(exchange, Kind.ANSWER, Optional.empty(), Optional.of("as " + post));
    }

    private void write(WebExchange exchange, Kind kind, Optional<Integer> status, Optional<String> reason)
            throws SQLException {
        Visitor visitor = exchange.visitor();
        log.write(new Entry(visitor.login(), visitor.address(), kind, exchange.subject() + part, status, reason));
    }

    private static Kind kind(WebExchange exchange) {
        int status = exchange.status();
        if (status == HttpStatus.UNAUTHORIZED_401) {
            return Kind.LOGIN_FAILED;
        }
        if (exchange.isRefused()) {
            return Kind.REFUSAL;
        }
        if (CasePages.isOf(exchange)) {
            return Kind.EXPLANATION;
        }
        if (!exchange.isReading()) {
            return Kind.ANSWER;
        }
        return exchange.path().endsWith(LivePages.DOCUMENT) ? Kind.EXPORT : Kind.PAGE;
    }
}
