package vaiwg.board.web;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Lets in whom the server is for. */
final class Visitors {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Access access;
    /** Empty where somebody else asks for names and passwords, or nobody. */
    private final Optional<LogIns> logIns;

    Visitors(Access access, ServerMetrics metrics) {
        this.access = access;
        logIns = access instanceof Access.Basic basic
                ? Optional.of(new LogIns(basic.users(), metrics))
                : Optional.empty();
    }

    /**
     * Ends well where a request is answered.
     *
     * @param checks the threads for passwords
     * @throws Refusal for a request that came past the proxy, or under a name that is none of this machine's, and where name and
     *     password are wrong or missing; the result may end with one too
     */
    CompletableFuture<Void> require(WebExchange exchange, Executor checks) {
        if (logIns.isPresent()) {
            return logIns.get().require(exchange, checks);
        }
        if (access instanceof Access.Proxy proxy) {
            requireProxy(exchange, proxy);
        } else {
            requireOwnName(exchange);
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Whether a request comes from a proxy, with those of many readers. */
    boolean isOfMany(WebExchange exchange) {
        return access instanceof Access.Proxy proxy && proxy.proxies().contains(Addresses.of(exchange.remoteAddress()));
    }

    /** A page of another site whose name is made to point here (DNS rebinding) would read the pages in its visitor's browser. */
    private static void requireOwnName(WebExchange exchange) {
        String host = exchange.host();
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
        if (!LOOPBACK_NAMES.contains(name)) {
            throw Refusal.forbidden("These pages are for this machine alone: open http://127.0.0.1 with their port.");
        }
    }

    private static void requireProxy(WebExchange exchange, Access.Proxy proxy) {
        InetAddress from = Addresses.of(exchange.remoteAddress());
        if (!proxy.proxies().contains(from)) {
            throw Refusal.forbidden("These pages are reached through their proxy.");
        }
        String user = exchange.header(proxy.header());
        if (user == null || user.isBlank()) {
            throw Refusal.forbidden("The proxy does not say who is there.");
        }
    }
}
