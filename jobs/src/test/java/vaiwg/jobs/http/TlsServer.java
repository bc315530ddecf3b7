package vaiwg.jobs.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.kpis.SelfSigned;

/** A server with a certificate of its own, which answers only the user whose password it knows and who sends its key. */
public final class TlsServer implements AutoCloseable {
    public static final String PASSWORD = "pass word-of the test";
    public static final String KEY = "key-of-the-test";
    private static final String USER = "job";

    private final Path folder;
    private final HttpsServer server;
    private final AtomicInteger unauthorized = new AtomicInteger();

    /** @param folder in which the certificate is made, and the files with secrets are left */
    public TlsServer(Path folder, HttpHandler handler) throws Exception {
        this.folder = folder;
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate("server"), SelfSigned.PASSWORD.toCharArray());
        context.init(keys.getKeyManagers(), null, null);
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Files.writeString(folder.resolve("key"), KEY + "\n");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        server.createContext("/", exchange -> {
            if (expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && KEY.equals(exchange.getRequestHeaders().getFirst("X-Api-Key"))) {
                handler.handle(exchange);
            } else {
                unauthorized.incrementAndGet();
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(401, -1);
            }
            exchange.close();
        });
        server.start();
    }

    /** A key and its certificate, which is left in NAME.pem. */
    private KeyStore certificate(String name) throws Exception {
        KeyStore keys = SelfSigned.keys(folder, name);
        Files.writeString(
                pem(name),
                SelfSigned.pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
        return keys;
    }

    private Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    /** A certificate that has signed nothing of this server's. */
    Path foreignAuthority() throws Exception {
        certificate("foreign");
        return pem("foreign");
    }

    public URI address(String path) {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    Map<String, String> headers() {
        return Map.of("X-Api-Key", "@" + folder.resolve("key"));
    }

    Path authority() {
        return pem("server");
    }

    /** With all that is needed to be answered. */
    public HttpEndpoint endpoint(String path) {
        return HttpEndpoint.of(
                address(path), Optional.of(USER), Optional.of(passwordFile()), headers(), Optional.of(authority()));
    }

    public int unauthorized() {
        return unauthorized.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
