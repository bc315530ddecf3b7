package vaiwg.board.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.security.BasicAuthCredentials;
import java.net.InetAddress;
import java.util.Set;

/** Lets in whom the server is for. */
final class Visitors {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Access access;

    Visitors(Access access) {
        this.access = access;
    }

    /**
     * @throws ForbiddenResponse for a request that came past the proxy, or under a name that is none of this machine's
     * @throws UnauthorizedResponse where name and password are wrong or missing
     */
    void require(Context request) {
        if (access instanceof Access.Loopback) {
            requireOwnName(request);
        } else if (access instanceof Access.Proxy proxy) {
            requireProxy(request, proxy);
        } else if (access instanceof Access.Basic basic) {
            requireUser(request, basic.users());
        }
    }

    /** A page of another site whose name is made to point here (DNS rebinding) would read the pages in its visitor's browser. */
    private static void requireOwnName(Context request) {
        String host = request.host();
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
        if (!LOOPBACK_NAMES.contains(name)) {
            throw new ForbiddenResponse(
                    "These pages are for this machine alone: open http://127.0.0.1 with their port.");
        }
    }

    private static void requireProxy(Context request, Access.Proxy proxy) {
        InetAddress from = Addresses.of(request.req().getRemoteAddr());
        if (!proxy.proxies().contains(from)) {
            throw new ForbiddenResponse("These pages are reached through their proxy.");
        }
        String user = request.header(proxy.header());
        if (user == null || user.isBlank()) {
            throw new ForbiddenResponse("The proxy does not say who is there.");
        }
    }

    private static void requireUser(Context request, Users users) {
        BasicAuthCredentials credentials = request.basicAuthCredentials();
        if (credentials == null || !users.know(credentials.getUsername(), credentials.getPassword())) {
            request.header("WWW-Authenticate", "Basic realm=\"Strategy Board report\", charset=\"UTF-8\"");
            throw new UnauthorizedResponse("Name and password are asked for.");
        }
    }
}
