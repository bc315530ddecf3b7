package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xerial.snappy.Snappy;
import vaiwg.jobs.prometheus.RemoteWriteClient.Answer;

class RemoteWriteClientTest {
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "200, , ACCEPTED",
        "204, , ACCEPTED",
        "429, slow down, RETRY",
        "500, , RETRY",
        "503, starting, RETRY",
        "400, duplicate sample for timestamp, ALREADY_THERE",
        "400, out of order sample, ALREADY_THERE",
        "400, out of bounds, ALREADY_THERE",
        "400, too old sample, ALREADY_THERE",
        "400, label name is invalid, REFUSED",
        "401, , REFUSED",
        "404, duplicate sample, REFUSED",
        "301, , REFUSED"
    })
    void anAnswerSaysWhetherSendingAgainWouldHelp(int status, String body, Answer expected) throws Exception {
        try (PrometheusDouble prometheus = new PrometheusDouble()) {
            prometheus.answering(status, body == null ? "" : body);
            assertThat(new RemoteWriteClient(prometheus.uri()).send(Snappy.compress(new byte[] {1})))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aRequestIsLabelledAsRemoteWrite() throws Exception {
        try (PrometheusDouble prometheus = new PrometheusDouble()) {
            new RemoteWriteClient(prometheus.uri()).send(Snappy.compress(new byte[] {1}));
            assertThat(prometheus.header(0, "Content-Encoding")).isEqualTo("snappy");
            assertThat(prometheus.header(0, "Content-Type")).isEqualTo("application/x-protobuf");
            assertThat(prometheus.header(0, "X-Prometheus-Remote-Write-Version"))
                    .isEqualTo("0.1.0");
        }
    }

    @Test
    void whereNobodyAnswersItMayHelp() throws Exception {
        URI gone;
        try (PrometheusDouble prometheus = new PrometheusDouble()) {
            gone = prometheus.uri();
        }
        assertThat(new RemoteWriteClient(gone).send(new byte[0])).isEqualTo(Answer.RETRY);
    }
}
