package vaiwg.board.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.board.access.Grants;

/** Finds out who is there, and lets in whom the server is for. */
final class Visitors {
    private static final Logger LOG = LoggerFactory.getLogger(Visitors.class);
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Access access;
    private final Grants grants;
    /** Empty where somebody else asks for names and passwords, or nobody. */
    private final Optional<LogIns> logIns;

    Visitors(Access access, Grants grants, ServerMetrics metrics) {
        this.access = access;
        this.grants = grants;
        logIns = access instanceof Access.Basic basic
                ? Optional.of(new LogIns(basic, grants, metrics))
                : Optional.empty();
    }

    /**
     * Gives a request its visitor, of one that is refused as far as that is known, and ends well where it is answered.
     *
     * @param checks the threads for passwords
     * @throws Refusal for a request that came past the proxy, or under a name that is none of this machine's, where name and
     *     password are wrong or missing, and where a file of the site cannot be used; the result may end with one too
     */
    CompletableFuture<Void> identify(WebExchange exchange, Executor checks) {
        try {
            if (logIns.isPresent()) {
                return logIns.get().require(exchange, checks);
            }
            if (access instanceof Access.Proxy proxy) {
                identify(exchange, proxy);
            } else if (access instanceof Access.Loopback loopback) {
                requireOwnName(exchange);
                exchange.visitor(new Visitor(loopback.login(), exchange.remoteAddress(), loopback.grant()));
            }
            return CompletableFuture.completedFuture(null);
        } catch (IllegalArgumentException e) {
            LOG.error("Nobody is let in, since a file of the site cannot be used: {}", e.getMessage());
            throw Refusal.of(
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    "Who may see these pages cannot be told now: whoever runs this server reads why in its log.");
        }
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

    private void identify(WebExchange exchange, Access.Proxy proxy) {
        InetAddress from = Addresses.of(exchange.remoteAddress());
        if (!proxy.proxies().contains(from)) {
            throw Refusal.forbidden("These pages are reached through their proxy.");
        }
        if (proxy.proof() instanceof ProxyProof.Secret secret
                && !only(exchange, secret.header()).filter(secret::is).isPresent()) {
            throw Refusal.forbidden("These pages are reached through their proxy, which proves that it is.");
        }
        if (proxy.proof() instanceof ProxyProof.Certificate certificate
                && !exchange.peerCertificate().filter(certificate.own()::equals).isPresent()) {
            throw Refusal.forbidden("These pages are reached through their proxy, which proves that it is.");
        }
        String address = passedOn(exchange).orElse(exchange.remoteAddress());
        exchange.visitor(Visitor.unknown(address));
        String login = only(exchange, proxy.header())
                .orElseThrow(() -> Refusal.forbidden("The proxy does not say who is there."));
        exchange.visitor(new Visitor(login, address, grants.of(login)));
    }

    /** The client's address, which the proxy adds behind whatever the client says. */
    private static Optional<String> passedOn(WebExchange exchange) {
        List<String> passed = exchange.headers(FORWARDED_FOR);
        if (passed.isEmpty()) {
            return Optional.empty();
        }
        String last = passed.get(passed.size() - 1);
        return Optional.of(last.substring(last.lastIndexOf(',') + 1).strip()).filter(address -> !address.isEmpty());
    }

    /** A header that is there once: of two, one may be the client's. */
    private static Optional<String> only(WebExchange exchange, String name) {
        List<String> values = exchange.headers(name);
        return values.size() == 1 ? Optional.of(values.get(0)).filter(value -> !value.isBlank()) : Optional.empty();
    }
}
