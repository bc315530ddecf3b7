package vaiwg.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HealthServerTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_job_that_is_ready_is_200_in_one_line() throws Exception {
        try (HealthServer server = answering(() -> new TreeMap<>(Map.of("ready", true, "jobRuns", true)))) {
            HttpResponse<String> answer = ask(server, "GET", "/health");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"jobRuns\":true,\"ready\":true}\n");
        }
    }

    @Test
    void one_that_is_not_is_503_with_the_reason() throws Exception {
        try (HealthServer server = answering(() -> new TreeMap<>(Map.of("ready", false, "databaseAnswers", false)))) {
            HttpResponse<String> answer = ask(server, "GET", "/health");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("{\"databaseAnswers\":false,\"ready\":false}\n");
        }
    }

    @Test
    void one_that_does_not_say_how_it_is_is_not_ready() throws Exception {
        try (HealthServer server = answering(() -> {
            throw new IllegalStateException("it has ended");
        })) {
            assertThat(ask(server, "GET", "/health").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void nothing_else_is_answered() throws Exception {
        try (HealthServer server = answering(() -> Map.of("ready", true))) {
            assertThat(ask(server, "GET", "/").statusCode()).isEqualTo(404);
            assertThat(ask(server, "GET", "/health/figures").statusCode()).isEqualTo(404);
            assertThat(ask(server, "POST", "/health").statusCode()).isEqualTo(405);
            assertThat(ask(server, "DELETE", "/health").statusCode()).isEqualTo(405);
        }
    }

    @Test
    void whoever_sends_half_a_request_keeps_nobody_else_waiting() throws Exception {
        try (HealthServer server = answering(() -> Map.of("ready", true));
                Socket slow = new Socket("127.0.0.1", server.port())) {
            slow.getOutputStream().write("GE".getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            assertThat(ask(server, "GET", "/health").statusCode()).isEqualTo(200);
        }
    }

    private static HealthServer answering(Callable<Map<String, Object>> health) {
        return HealthServer.start(0, health);
    }

    private HttpResponse<String> ask(HealthServer server, String method, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
