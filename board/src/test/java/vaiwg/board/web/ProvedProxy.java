package vaiwg.board.web;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A proxy at loopback that proves itself by a secret. */
final class ProvedProxy {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String PROOF = "X-Proxy-Secret";

    private ProvedProxy() {}

    /** @param folder in which its secret is written */
    static Access.Proxy of(Path folder, String header) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        return new Access.Proxy(
                header,
                Set.of(InetAddress.getLoopbackAddress()),
                ProxyProof.Secret.read(PROOF, secret),
                Optional.empty());
    }
}
