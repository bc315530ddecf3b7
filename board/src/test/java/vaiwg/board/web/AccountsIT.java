package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.access.AccessLog.Entry;
import vaiwg.board.access.AccessLog.Kind;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;

/** Logins over TLS: accounts of the product, and a proxy that proves itself by its certificate. */
class AccountsIT {
    private static final String SUMMARY = "/" + SmallForce.FORCE + "/newest/summary";
    private static final String PASSWORD = "correct horse battery";
    private static final String KEYS_PASSWORD = "changeit";
    private static final KeptLog LOG = new KeptLog();

    @TempDir
    private static Path folder;

    private static ReportPublication published;
    private static Tls tls;

    @BeforeAll
    static void publish() throws Exception {
        published = SmallForce.published();
        keys("server");
        tls = new Tls(folder.resolve("server.p12"), KEYS_PASSWORD);
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @BeforeEach
    void nothingYet() {
        LOG.take();
    }

    @Test
    void who_is_taken_out_of_the_file_of_users_is_out_without_a_restart() throws Exception {
        Path file = users("lead", "other");
        try (BoardServer server = withUsers(file)) {
            HttpClient client = client(Optional.empty());
            assertThat(get(client, server, "lead", PASSWORD).statusCode()).isEqualTo(200);
            assertThat(LOG.take()).extracting(Entry::login).containsExactly("lead");
            users("other");
            assertThat(get(client, server, "lead", PASSWORD).statusCode()).isEqualTo(401);
            assertThat(get(client, server, "other", PASSWORD).statusCode()).isEqualTo(200);
            Files.writeString(file, "other\n");
            assertThat(get(client, server, "other", PASSWORD).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void a_failed_log_in_is_written_down_without_what_may_be_a_password() throws Exception {
        try (BoardServer server = withUsers(users("lead"))) {
            HttpClient client = client(Optional.empty());
            assertThat(client.send(HttpRequest.newBuilder(page(server)).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
            assertThat(LOG.take()).as("a browser is asked first").isEmpty();
            assertThat(get(client, server, "lead", "wrong").statusCode()).isEqualTo(401);
            assertThat(get(client, server, PASSWORD.replace(" ", "-"), "").statusCode())
                    .isEqualTo(401);
            assertThat(LOG.take())
                    .allSatisfy(entry -> assertThat(entry.kind()).isEqualTo(Kind.LOGIN_FAILED))
                    .extracting(Entry::login)
                    .containsExactly("lead", Entry.NOBODY);
        }
    }

    /** A log-in that has ended before it begins; how time passes is in {@link LogInSpansTest}. */
    @Test
    void a_browser_whose_log_in_has_ended_is_asked_again_and_forgets_it() throws Exception {
        Access.Basic access =
                new Access.Basic(
                        Users.read(users("lead")),
                        tls,
                        new LogInTerm(Duration.ZERO, Duration.ZERO),
                        LogInKeys.ofProcess());
        try (BoardServer server =
                BoardServer.start(new ServerSettings("127.0.0.1", 0, access), published::anotherConnection, LOG)) {
            HttpClient client = client(Optional.empty());
            HttpResponse<String> first = get(client, server, "lead", PASSWORD);
            assertThat(first.statusCode()).isEqualTo(200);
            String kept = first.headers().firstValue("Set-Cookie").orElseThrow();
            HttpResponse<String> next = client.send(
                    HttpRequest.newBuilder(page(server))
                            .header("Authorization", authorization("lead", PASSWORD))
                            .header("Cookie", kept.substring(0, kept.indexOf(';')))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(next.statusCode()).isEqualTo(401);
            assertThat(next.body()).startsWith("The log-in has ended");
            assertThat(next.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(next.headers().firstValue("Set-Cookie").orElseThrow()).contains("=; Max-Age=0");
            assertThat(get(client, server, "lead", PASSWORD).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_proxy_may_prove_itself_by_its_certificate_and_nobody_else_by_another() throws Exception {
        Path certificate = Files.writeString(
                folder.resolve("proxy.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(
                                        keys("proxy").getCertificate("proxy").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Access.Proxy access = new Access.Proxy(
                "X-Forwarded-User",
                Set.of(InetAddress.getLoopbackAddress()),
                ProxyProof.Certificate.read(certificate),
                Optional.of(tls));
        try (BoardServer server =
                BoardServer.start(new ServerSettings("127.0.0.1", 0, access), published::anotherConnection, LOG)) {
            HttpRequest request = HttpRequest.newBuilder(page(server))
                    .header("X-Forwarded-User", "lead")
                    .build();
            assertThat(client(Optional.of("proxy"))
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            for (Optional<String> other : Set.of(Optional.of("another"), Optional.<String>empty())) {
                HttpClient client = client(other);
                assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                        .isInstanceOf(IOException.class);
            }
        }
        assertThatThrownBy(() -> new Access.Proxy(
                        "X-Forwarded-User", Set.of(), ProxyProof.Certificate.read(certificate), Optional.empty()))
                .hasMessageContaining("over TLS alone: give --tls-key-store beside --proxy-certificate");
    }

    private static BoardServer withUsers(Path file) {
        return BoardServer.start(
                new ServerSettings("127.0.0.1", 0, new Access.Basic(Users.read(file), tls)),
                published::anotherConnection,
                LOG);
    }

    private static Path users(String... names) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            lines.append(Users.line(name, PASSWORD.toCharArray())).append('\n');
        }
        return Files.writeString(folder.resolve("users"), lines);
    }

    private static HttpResponse<String> get(HttpClient client, BoardServer server, String name, String password)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(page(server))
                        .header("Authorization", authorization(name, password))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String authorization(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static URI page(BoardServer server) {
        return server.address().resolve(SUMMARY);
    }

    /** A key with a certificate for 127.0.0.1 that it signed itself, made once. */
    private static KeyStore keys(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        if (!Files.exists(store)) {
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Process process = new ProcessBuilder(
                            (keytool + " -genkeypair -keyalg EC -alias " + name + " -dname CN=" + name
                                            + " -ext san=ip:127.0.0.1 -validity 3650 -storetype PKCS12 -storepass "
                                            + KEYS_PASSWORD + " -keystore " + store)
                                    .split(" "))
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).isZero();
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, KEYS_PASSWORD.toCharArray());
        }
        return keys;
    }

    /** @param own the certificate that it shows */
    private static HttpClient client(Optional<String> own) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys("server").getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        if (own.isPresent()) {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keys(own.get()), KEYS_PASSWORD.toCharArray());
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        } else {
            context.init(null, trust.getTrustManagers(), null);
        }
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
