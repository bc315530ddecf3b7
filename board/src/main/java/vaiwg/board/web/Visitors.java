package vaiwg.board.web;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;

/** Lets in whom the server is for. */
final class Visitors {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String BASIC = "Basic ";

    private final Access access;

    Visitors(Access access) {
        this.access = access;
    }

    /** Whether names and passwords are asked for. */
    boolean askPassword() {
        return access instanceof Access.Basic;
    }

    /**
     * @throws Refusal for a request that came past the proxy, or under a name that is none of this machine's, and where name and
     *     password are wrong or missing
     */
    void require(Exchange exchange) {
        if (access instanceof Access.Loopback) {
            requireOwnName(exchange);
        } else if (access instanceof Access.Proxy proxy) {
            requireProxy(exchange, proxy);
        } else if (access instanceof Access.Basic basic) {
            requireUser(exchange, basic.users());
        }
    }

    /** A page of another site whose name is made to point here (DNS rebinding) would read the pages in its visitor's browser. */
    private static void requireOwnName(Exchange exchange) {
        String host = exchange.host();
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
        if (!LOOPBACK_NAMES.contains(name)) {
            throw Refusal.forbidden("These pages are for this machine alone: open http://127.0.0.1 with their port.");
        }
    }

    private static void requireProxy(Exchange exchange, Access.Proxy proxy) {
        InetAddress from = Addresses.of(exchange.remoteAddress());
        if (!proxy.proxies().contains(from)) {
            throw Refusal.forbidden("These pages are reached through their proxy.");
        }
        String user = exchange.header(proxy.header());
        if (user == null || user.isBlank()) {
            throw Refusal.forbidden("The proxy does not say who is there.");
        }
    }

    private static void requireUser(Exchange exchange, Users users) {
        Optional<String[]> credentials = credentials(exchange.header("Authorization"));
        if (credentials.isEmpty()
                || !users.know(credentials.get()[0], credentials.get()[1])) {
            throw Refusal.of(HttpStatus.UNAUTHORIZED_401, "Name and password are asked for.")
                    .with("WWW-Authenticate", "Basic realm=\"Strategy Board report\", charset=\"UTF-8\"");
        }
    }

    /** Name and password (RFC 7617); empty where they are missing. */
    private static Optional<String[]> credentials(String header) {
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            return Optional.of(new String(decoded, StandardCharsets.UTF_8).split(":", 2))
                    .filter(parts -> parts.length == 2);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
