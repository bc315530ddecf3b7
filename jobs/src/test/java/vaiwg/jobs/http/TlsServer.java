package vaiwg.jobs.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import vaiwg.jobs.options.HttpEndpoint;

/** A server with a certificate of its own, which answers only the user whose password it knows and who sends its key. */
public final class TlsServer implements AutoCloseable {
    public static final String PASSWORD = "pass word-of the test";
    public static final String KEY = "key-of-the-test";
    private static final String USER = "job";
    private static final String STORE_PASSWORD = "changeit";
    /** Keys with certificates, once for all tests of a JVM, by name. */
    private static final Map<String, byte[]> MADE = new HashMap<>();

    private final Path folder;
    private final HttpsServer server;
    private final AtomicInteger unauthorized = new AtomicInteger();

    /** @param folder in which the certificate is made, and the files with secrets are left */
    public TlsServer(Path folder, HttpHandler handler) throws Exception {
        this.folder = folder;
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate("server"), STORE_PASSWORD.toCharArray());
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
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(made(name)), STORE_PASSWORD.toCharArray());
        String certificate =
                Base64.getMimeEncoder().encodeToString(keys.getCertificate(name).getEncoded());
        Files.writeString(pem(name), "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n");
        return keys;
    }

    /** Making one starts a JVM. */
    private byte[] made(String name) throws Exception {
        synchronized (MADE) {
            if (!MADE.containsKey(name)) {
                Path store = folder.resolve(name + ".p12");
                make(name, store);
                MADE.put(name, Files.readAllBytes(store));
            }
            return MADE.get(name);
        }
    }

    private Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    /** A certificate that has signed nothing of this server's. */
    Path foreignAuthority() throws Exception {
        certificate("foreign");
        return pem("foreign");
    }

    private static void make(String name, Path store) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-storepass",
                        STORE_PASSWORD,
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(output);
        }
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
