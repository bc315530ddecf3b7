package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.access.AccessLog.Entry;
import vaiwg.board.access.AccessLog.Kind;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;
import vaiwg.kpis.SelfSigned;

/** Logins over TLS: accounts of the product, and a proxy that proves itself by its certificate. */
class AccountsIT {
    private static final String SUMMARY = "/" + SmallForce.FORCE + "/newest/summary";
    private static final String PASSWORD = "correct horse battery";
    private static final KeptLog LOG = new KeptLog();

    @TempDir
    private static Path folder;

    private static ReportPublication published;
    private static Tls tls;

    @BeforeAll
    static void publish() throws Exception {
        published = SmallForce.published();
        tls = new Tls(SelfSigned.store(folder, "server"), SelfSigned.PASSWORD);
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
        Access.Basic access = new Access.Basic(
                Users.read(users("lead")), tls, new LogInTerm(Duration.ZERO, Duration.ZERO), LogInKeys.ofProcess());
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
        byte[] shown = SelfSigned.keys(folder, "proxy").getCertificate("proxy").getEncoded();
        Path certificate = Files.writeString(folder.resolve("proxy.pem"), SelfSigned.pem("CERTIFICATE", shown));
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
                new ServerSettings("127.0.0.1", 0, asking(Users.read(file), tls)), published::anotherConnection, LOG);
    }

    /** For half an hour, and as long as the process runs. */
    static Access.Basic asking(Users users, Tls certificate) {
        LogInTerm term = new LogInTerm(Duration.ofMinutes(30), Duration.ofHours(12));
        return new Access.Basic(users, certificate, term, LogInKeys.ofProcess());
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

    /** @param own the certificate that it shows */
    private static HttpClient client(Optional<String> own) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(SelfSigned.client(folder, "server", own))
                .build();
    }
}
