package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xerial.snappy.Snappy;
import vaiwg.jobs.http.TlsServer;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.prometheus.Delivery.Transport.Answer;

class RemoteWriteClientTest {
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "200, , ACCEPTED",
        "204, , ACCEPTED",
        "429, slow down, RETRY",
        "500, , RETRY",
        "503, starting, RETRY",
        "400, duplicate sample for timestamp, DUPLICATE",
        "400, out of order sample, BAD_SAMPLE",
        "400, out of bounds, BAD_SAMPLE",
        "400, too old sample, TOO_OLD",
        "400, label name is invalid, BAD_SAMPLE",
        "413, , BAD_SAMPLE",
        "401, , REJECTED",
        "404, duplicate sample, REJECTED",
        "301, , REJECTED"
    })
    void an_answer_says_whether_sending_again_would_help(int status, String body, Answer expected) throws Exception {
        try (PrometheusDouble prometheus = new PrometheusDouble()) {
            prometheus.answering(status, body == null ? "" : body);
            assertThat(new RemoteWriteClient(prometheus.endpoint()).send(Snappy.compress(new byte[] {1})))
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_request_is_labelled_as_remote_write() throws Exception {
        try (PrometheusDouble prometheus = new PrometheusDouble()) {
            new RemoteWriteClient(prometheus.endpoint()).send(Snappy.compress(new byte[] {1}));
            assertThat(prometheus.header(0, "Content-Encoding")).isEqualTo("snappy");
            assertThat(prometheus.header(0, "Content-Type")).isEqualTo("application/x-protobuf");
            assertThat(prometheus.header(0, "X-Prometheus-Remote-Write-Version"))
                    .isEqualTo("0.1.0");
        }
    }

    @Test
    void who_asks_is_shown_over_tls(@TempDir Path folder) throws Exception {
        try (TlsServer server = new TlsServer(folder, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
        })) {
            assertThat(new RemoteWriteClient(server.endpoint("/api/v1/write")).send(new byte[] {1}))
                    .isEqualTo(Answer.ACCEPTED);
            assertThat(new RemoteWriteClient(HttpEndpoint.of(server.address("/api/v1/write"))).send(new byte[] {1}))
                    .as("without the authority")
                    .isEqualTo(Answer.RETRY);
            assertThat(server.unauthorized()).isZero();
            Files.delete(folder.resolve("password"));
            assertThat(new RemoteWriteClient(server.endpoint("/api/v1/write")).send(new byte[] {1}))
                    .as("a password file that is gone stops no job")
                    .isEqualTo(Answer.REJECTED);
        }
    }

    @Test
    void where_nobody_answers_it_may_help() throws Exception {
        HttpEndpoint gone;
        try (PrometheusDouble prometheus = new PrometheusDouble()) {
            gone = prometheus.endpoint();
        }
        assertThat(new RemoteWriteClient(gone).send(new byte[0])).isEqualTo(Answer.RETRY);
    }
}
