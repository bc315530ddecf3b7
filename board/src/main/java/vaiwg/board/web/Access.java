package vaiwg.board.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vaiwg.board.access.AccessLog;
import vaiwg.board.access.Grant;

/** How it is known who is there. */
public sealed interface Access {
    /**
     * It is not: whoever can reach this machine's loopback address, everybody on it, and nobody else.
     *
     * @param login under which that is in the access log
     * @param grant what they see and say
     */
    record Loopback(String login, Grant grant) implements Access {
        /** The board's tier, in the name of nobody. */
        public Loopback() {
            this(AccessLog.Entry.NOBODY, Grant.BOARD);
        }

        /** Everything, in the names of these posts: of invented data alone. */
        public static Loopback ofSyntheticData(List<String> posts) {
            return new Loopback("demonstration", Grant.ofSyntheticData(posts));
        }
    }

    /**
     * A reverse proxy has let them in, names them in a header, and proves that it is the proxy: whoever reaches this machine can write the
     * header.
     */
    record Proxy(String header, Set<InetAddress> proxies, ProxyProof proof, Optional<Tls> tls) implements Access {
        /** @throws IllegalArgumentException in one sentence, where the proof needs TLS */
        public Proxy {
            if (proof instanceof ProxyProof.Certificate && tls.isEmpty()) {
                throw new IllegalArgumentException(
                        "A proxy shows its certificate over TLS alone: give --tls-key-store beside --proxy-certificate.");
            }
        }
    }

    /** Their name and password are in a file, over TLS, and asked for again when the log-in has ended. */
    record Basic(Users users, Tls certificate, LogInTerm term, LogInKeys keys) implements Access {
        @Override
        public Optional<Tls> tls() {
            return Optional.of(certificate);
        }
    }

    /** This server's certificate; empty without TLS. */
    default Optional<Tls> tls() {
        return Optional.empty();
    }
}
