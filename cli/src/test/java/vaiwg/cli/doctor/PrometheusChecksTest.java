package vaiwg.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.cli.doctor.Findings.Line;
import vaiwg.cli.doctor.Findings.State;
import vaiwg.jobs.options.HttpEndpoint;

class PrometheusChecksTest {
    private HttpServer server;
    private String newest = series("", "1795651200");
    private String scraped = series("", "1");
    private String disks = "";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/prefix/api/v1/query", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            String result = query.contains("as_at") ? newest : query.contains("up{") ? scraped : disks;
            byte[] body = ("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + result + "]}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void one_that_has_figures_and_scrapes_the_job_is_well_with_the_days_that_disks_have() {
        disks = series("\"mountpoint\":\"/\"", "12.5") + "," + series("\"mountpoint\":\"/data\"", "+Inf");

        assertThat(look())
                .extracting(Line::check, Line::state, Line::says)
                .containsExactly(
                        tuple(
                                "prometheus",
                                State.OK,
                                "Prometheus at " + base() + " answers; its newest snapshot is that of 2026-11-26."),
                        tuple(
                                "time to full",
                                State.DO,
                                "At the pace of the last week the disk at / is full in 12 days: make room, or give it more."),
                        tuple(
                                "time to full",
                                State.OK,
                                "At the pace of the last week the disk at /data has room for more than a year."));
    }

    @Test
    void one_that_was_emptied_and_does_not_reach_the_job_is_told_so() {
        newest = "";
        scraped = series("", "0");

        assertThat(look()).extracting(Line::state).containsExactly(State.DO, State.DO, State.SKIPPED);
    }

    private List<Line> look() {
        HttpEndpoint endpoint = HttpEndpoint.of(URI.create(base() + "/api/v1/write"));
        return new Doctor(new PrometheusChecks(() -> Optional.of(endpoint)).all()).look(line -> {});
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/prefix";
    }

    private static String series(String labels, String value) {
        return "{\"metric\":{" + labels + "},\"value\":[0,\"" + value + "\"]}";
    }
}
