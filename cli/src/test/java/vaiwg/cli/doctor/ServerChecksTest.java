package vaiwg.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.doctor.Findings.Line;
import vaiwg.cli.doctor.Findings.State;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.kpis.SelfSigned;

class ServerChecksTest {
    private static final String NAME = "server";
    private static final String NOBODY = "http://127.0.0.1:1";
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private final List<HttpServer> servers = new ArrayList<>();
    /** What is answered, by the page; 404 of any other. */
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void a_registry_is_well_where_it_lists_its_subjects() throws Exception {
        String address = plain();
        statuses.put("/subjects", 200);
        assertThat(registry(at(address))).isEqualTo(registry(State.OK, address, " answers."));

        statuses.put("/subjects", 401);
        assertThat(registry(at(address)))
                .isEqualTo(registry(
                        State.DO,
                        address,
                        " answers with 401: correct the login or the address; records of a schema that the job does not"
                                + " know wait for it."));

        assertThat(registry(at(NOBODY)))
                .isEqualTo(registry(State.DO, NOBODY, " does not answer: start it, or correct --schema-registry."));
    }

    @Test
    void pages_are_well_where_their_database_answers() throws Exception {
        String address = plain();
        statuses.put("/health", 200);
        assertThat(pages(at(address))).isEqualTo(pages(State.OK, address, " are served."));

        statuses.put("/health", 503);
        assertThat(pages(at(address)))
                .isEqualTo(pages(
                        State.DO,
                        address,
                        " answer /health with 503: see in the log of vaiwg serve, or of the proxy, what they lack."));

        assertThat(pages(at(NOBODY)))
                .isEqualTo(pages(State.DO, NOBODY, " do not answer: start vaiwg serve, or correct --board-url."));
    }

    @Test
    void a_server_whose_certificate_is_not_trusted_is_not_to_be_started() throws Exception {
        String address = encrypted();
        statuses.put("/subjects", 200);
        statuses.put("/health", 200);

        assertThat(registry(at(address)))
                .isEqualTo(registry(
                        State.DO,
                        address,
                        " cannot be asked, since the certificate shown is not trusted here: name its authority's with"
                                + " --schema-registry-ca-file, or have one made for the name in the address."));
        assertThat(pages(at(address)).says()).contains(" is not trusted here: ").contains(" --board-ca-file, ");

        HttpEndpoint trusted = HttpEndpoint.of(
                URI.create(address), Optional.empty(), Optional.empty(), Map.of(), Optional.of(authority()));
        assertThat(registry(trusted)).isEqualTo(registry(State.OK, address, " answers."));
        assertThat(pages(trusted)).isEqualTo(pages(State.OK, address, " are served."));
    }

    @Test
    void what_is_not_configured_is_not_looked_at() {
        ServerChecks none = new ServerChecks(Optional::empty, Optional::empty, () -> List.of(), CLOCK);

        assertThat(new Doctor(none.all()).look(line -> {}))
                .extracting(Line::state)
                .containsExactly(State.SKIPPED, State.SKIPPED, State.SKIPPED);
    }

    @Test
    void a_certificate_is_to_be_renewed_in_its_last_thirty_days() throws Exception {
        TlsServer board = board(URI.create(encrypted()).getPort());
        String what = "The certificate of the board at 127.0.0.1:" + board.port();
        Instant end = certificate().getNotAfter().toInstant();

        assertThat(certificates(board, end.minus(Duration.ofDays(400))))
                .isEqualTo(new Line("certificates", State.OK, what + " holds for another 400 days."));
        assertThat(certificates(board, end.minus(Duration.ofDays(30))).state()).isEqualTo(State.OK);
        assertThat(certificates(board, end.minus(Duration.ofDays(10))))
                .isEqualTo(new Line("certificates", State.DO, what + " ends in 10 days: renew it."));
        assertThat(certificates(board, end.plus(Duration.ofDays(1))))
                .isEqualTo(new Line("certificates", State.DO, what + " ended on " + end + ": renew it."));
    }

    @Test
    void a_server_that_is_away_shows_no_certificate() {
        assertThat(certificates(board(1), Instant.EPOCH))
                .isEqualTo(new Line(
                        "certificates",
                        State.DO,
                        "No certificate is shown by the board at 127.0.0.1:1: start it, or correct its address."));
    }

    private static Line registry(State state, String address, String says) {
        return new Line("schema registry", state, "The schema registry at " + address + says);
    }

    private static Line registry(HttpEndpoint endpoint) {
        return only(
                "schema registry",
                new ServerChecks(() -> Optional.of(endpoint), Optional::empty, () -> List.of(), CLOCK));
    }

    private static Line pages(State state, String address, String says) {
        return new Line("pages", state, "The pages at " + address + says);
    }

    private static Line pages(HttpEndpoint endpoint) {
        return only("pages", new ServerChecks(Optional::empty, () -> Optional.of(endpoint), () -> List.of(), CLOCK));
    }

    private static TlsServer board(int port) {
        return new TlsServer("the board", "127.0.0.1", port, false);
    }

    private static Line certificates(TlsServer server, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return only("certificates", new ServerChecks(Optional::empty, Optional::empty, () -> List.of(server), clock));
    }

    private static Line only(String check, ServerChecks checks) {
        List<Line> lines = new Doctor(checks.all())
                .look(line -> {}).stream()
                        .filter(line -> line.check().equals(check))
                        .toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static HttpEndpoint at(String address) {
        return HttpEndpoint.of(URI.create(address));
    }

    private String plain() throws Exception {
        return "http://" + served(HttpServer.create(loopback(), 0));
    }

    private String encrypted() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(SelfSigned.keys(folder, NAME), SelfSigned.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return "https://" + served(server);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private String served(HttpServer server) {
        server.createContext("/", exchange -> {
            int status = statuses.getOrDefault(exchange.getRequestURI().getPath(), 404);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private X509Certificate certificate() throws Exception {
        KeyStore keys = SelfSigned.keys(folder, NAME);
        return (X509Certificate) keys.getCertificate(NAME);
    }

    private Path authority() throws Exception {
        return Files.writeString(
                folder.resolve("authority.pem"),
                SelfSigned.pem("CERTIFICATE", certificate().getEncoded()));
    }
}
