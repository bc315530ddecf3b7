package vaiwg.board.web;

import java.nio.file.Path;

/** The server's certificate and key: a PKCS #12 file and what opens it. */
public record Tls(Path keyStore, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "TLS with " + keyStore;
    }
}
