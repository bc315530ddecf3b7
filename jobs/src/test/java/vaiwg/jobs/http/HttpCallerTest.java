package vaiwg.jobs.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.jobs.options.HttpEndpoint;

@Timeout(60)
class HttpCallerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private TlsServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TlsServer(folder, exchange -> {
            byte[] body = "0123456789".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void who_has_password_key_and_authority_is_answered() throws Exception {
        HttpCaller.Answer answer = call(server.endpoint("/"), 10);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).asString(StandardCharsets.US_ASCII).isEqualTo("0123456789");
        assertThat(answer.isCut()).isFalse();
    }

    @Test
    void an_answer_that_is_too_large_is_cut() throws Exception {
        HttpCaller.Answer answer = call(server.endpoint("/"), 9);
        assertThat(answer.body()).asString(StandardCharsets.US_ASCII).isEqualTo("012345678");
        assertThat(answer.isCut()).isTrue();
    }

    @Test
    void a_password_that_is_replaced_counts_from_the_next_request_on() throws Exception {
        HttpCaller caller = new HttpCaller(server.endpoint("/"), PATIENCE, 10);
        Files.writeString(server.passwordFile(), "of somebody else");
        assertThat(caller.call(caller.request(server.address("/")).build()).status())
                .isEqualTo(401);
        Files.writeString(server.passwordFile(), TlsServer.PASSWORD);
        assertThat(caller.call(caller.request(server.address("/")).build()).status())
                .isEqualTo(200);
    }

    @Test
    void a_server_whose_certificate_nobody_trusted_has_signed_gets_no_password() throws Exception {
        for (Optional<Path> authority : new Optional[] {Optional.empty(), Optional.of(server.foreignAuthority())}) {
            HttpEndpoint endpoint = HttpEndpoint.of(
                    server.address("/"),
                    Optional.of("job"),
                    Optional.of(server.passwordFile()),
                    server.headers(),
                    authority);
            assertThatThrownBy(() -> call(endpoint, 10))
                    .isInstanceOf(IOException.class)
                    .hasRootCauseInstanceOf(CertPathBuilderException.class);
        }
        assertThat(server.unauthorized()).isZero();
    }

    @Test
    void neither_the_job_graph_nor_a_log_holds_a_secret_of_a_file() throws Exception {
        HttpEndpoint endpoint = server.endpoint("/");
        byte[] serialized = InstantiationUtil.serializeObject(endpoint);
        assertThat(new String(serialized, StandardCharsets.ISO_8859_1))
                .contains(server.passwordFile().toString())
                .doesNotContain(TlsServer.PASSWORD)
                .doesNotContain(TlsServer.KEY);
        HttpEndpoint there =
                InstantiationUtil.deserializeObject(serialized, getClass().getClassLoader());
        assertThat(there).isEqualTo(endpoint);
        assertThat(call(there, 10).status()).isEqualTo(200);
        assertThat(new HttpEndpoint(server.address("/"), "", "", Map.of("X-Api-Key", TlsServer.KEY), ""))
                .asString()
                .doesNotContain(TlsServer.KEY);
    }

    /** The JDK's own limit ends with the headers. */
    @Test
    void an_answer_that_stops_in_the_middle_is_none_after_the_time() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread stalling = new Thread(() -> answerAndStall(socket));
            stalling.setDaemon(true);
            stalling.start();
            HttpEndpoint endpoint = HttpEndpoint.of(URI.create("http://127.0.0.1:" + socket.getLocalPort()));
            HttpCaller caller = new HttpCaller(endpoint, Duration.ofMillis(500), 10);
            assertThatThrownBy(
                            () -> caller.call(caller.request(endpoint.address()).build()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the answer was not over after PT0.5S");
            stalling.join();
        }
    }

    /** Ends when the client ends the connection. */
    private static void answerAndStall(ServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab".getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpCaller.Answer call(HttpEndpoint endpoint, int largest) throws Exception {
        HttpCaller caller = new HttpCaller(endpoint, PATIENCE, largest);
        return caller.call(caller.request(endpoint.address()).build());
    }
}
