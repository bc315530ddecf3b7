package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.jobs.options.HttpEndpoint;

/** Against Debian's {@code prometheus}, which takes a request as a whole or not at all; fails where it is missing. */
@Timeout(120)
class DeliveryToPrometheusIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long NOW = Instant.parse("2026-01-15T12:00:00Z").toEpochMilli();
    private static final String CONFIGURATION = "storage:\n  tsdb:\n    out_of_order_time_window: 30d\n";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private URI address;
    private Process prometheus;
    private Delivery delivery;

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        Path configuration = Files.writeString(folder.resolve("prometheus.yml"), CONFIGURATION);
        prometheus = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.enable-remote-write-receiver",
                        "--web.listen-address=127.0.0.1:" + address.getPort())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            assertThat(System.nanoTime()).as("waited in vain for Prometheus").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        delivery = Delivery.to(HttpEndpoint.of(address.resolve("/api/v1/write")));
        assertThat(delivery.deliver(List.of(sample("old_series", 1, NOW - 60_000))).taken)
                .isEqualTo(1);
    }

    @AfterEach
    void stop() throws Exception {
        prometheus.destroy();
        if (!prometheus.waitFor(10, TimeUnit.SECONDS)) {
            prometheus.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_sample_that_is_too_old_is_rejected_and_those_beside_it_are_there() throws Exception {
        Delivery.Outcome outcome = delivery.deliver(List.of(
                sample("fresh_a", 1, NOW),
                sample("old_series", 2, NOW - Duration.ofDays(40).toMillis()),
                sample("fresh_b", 1, NOW)));

        assertThat(new RemoteWriteClient(HttpEndpoint.of(address.resolve("/api/v1/write")))
                        .send(WriteRequest.encode(List.of(sample(
                                "old_series", 2, NOW - Duration.ofDays(40).toMillis())))))
                .isEqualTo(Delivery.Transport.Answer.TOO_OLD);
        assertThat(outcome.taken).isEqualTo(2);
        assertThat(outcome.rejected).isEqualTo(1);
        assertThat(outcome.alreadyThere).isZero();
        assertThat(has("fresh_a")).isTrue();
        assertThat(has("fresh_b")).isTrue();
    }

    @Test
    void a_second_value_at_the_same_time_is_already_there_and_those_beside_it_are_there() throws Exception {
        Delivery.Outcome outcome =
                delivery.deliver(List.of(sample("fresh_c", 1, NOW), sample("old_series", 2, NOW - 60_000)));

        assertThat(outcome.taken).isEqualTo(1);
        assertThat(outcome.alreadyThere).isEqualTo(1);
        assertThat(outcome.rejected).isZero();
        assertThat(has("fresh_c")).isTrue();
    }

    private boolean isReady() throws IOException, InterruptedException {
        assertThat(prometheus.isAlive()).as("Prometheus ended; see its log").isTrue();
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean has(String series) throws IOException, InterruptedException {
        JsonNode answer = new ObjectMapper()
                .readTree(get("/api/v1/query?time=" + NOW / 1_000 + "&query="
                                + URLEncoder.encode(series, StandardCharsets.UTF_8))
                        .body());
        return !answer.at("/data/result").isEmpty();
    }

    private HttpResponse<String> get(String page) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address.resolve(page)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Sample sample(String name, double value, long timestamp) {
        return new Sample(new TreeMap<>(Map.of("__name__", name, "force", "x")), value, timestamp);
    }
}
