package vaiwg.board.web;

import java.net.InetAddress;
import java.util.Set;

/** Who may see the pages. */
public sealed interface Access {
    /** Whoever can reach this machine's loopback address: everybody on it, and nobody else. */
    record Loopback() implements Access {}

    /**
     * Whom a reverse proxy has let in and names in a header. From any other address than the proxy's nothing is answered, since anybody
     * could send the header.
     */
    record Proxy(String header, Set<InetAddress> proxies) implements Access {}

    /** Whose name and password are in a file, over TLS. */
    record Basic(Users users, Tls tls) implements Access {}
}
