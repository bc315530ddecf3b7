package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.time.LondonDays.startOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.demo.Await;

/** A history is replayed while Prometheus is not there, or answers half: PostgreSQL gets all, and every checkpoint completes. */
@Timeout(240)
@ExtendWith(InstallationExtension.class)
class PrometheusAwayIT {
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 1);
    private static final LocalDate END = LocalDate.of(2025, 1, 1);

    @Test
    void a_history_is_published_whole_without_a_prometheus(Installation installation) throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = address(socket);
        }
        requireAllPublished(installation, nobody);
    }

    @Test
    void a_history_is_published_whole_beside_a_prometheus_that_answers_half(Installation installation)
            throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answerHalf(socket));
            answering.setDaemon(true);
            answering.start();
            requireAllPublished(installation, address(socket));
        }
    }

    private static void requireAllPublished(Installation installation, URI prometheus) throws Exception {
        EventLog log = installation.newLog();
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            log.send(List.of(new SmallCase("case-" + day).recorded(startOf(day).plus(Duration.ofHours(12)))));
            log.completeThrough(startOf(day.plusDays(1)));
        }
        RunSettings settings = RunSettings.of(startOf(END), 2)
                .withCheckpoints(Duration.ofSeconds(1))
                .withRemoteWrite(prometheus);
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(startOf(END));
            assertThat(run.query("SELECT as_at FROM kpi_snapshot ORDER BY as_at"))
                    .containsExactlyElementsOf(FIRST.plusDays(1)
                            .datesUntil(END.plusDays(1))
                            .map(LocalDate::toString)
                            .toList());
            Await.until(
                    "samples are counted as left out",
                    () -> run.metric("vaiwg_remote_write_samples_dropped_total") > 0);
            assertThat(run.metric("vaiwg_remote_write_samples_total")).isZero();
            // One that is due before all tasks have started is declined, and counted as failed: after that none is.
            double failed = run.metric("numberOfFailedCheckpoints");
            double completed = run.metric("numberOfCompletedCheckpoints");
            Await.until(
                    "three more checkpoints are complete",
                    () -> run.metric("numberOfCompletedCheckpoints") > completed + 2);
            assertThat(run.metric("numberOfFailedCheckpoints")).isEqualTo(failed);
            assertThat(run.metric("numRestarts")).isZero();
            run.stop();
        }
    }

    /** Until the socket is closed; the client ends each connection. */
    private static void answerHalf(ServerSocket socket) {
        List<Socket> open = new ArrayList<>();
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab".getBytes(StandardCharsets.US_ASCII));
                connection.getOutputStream().flush();
            }
        } catch (SocketException e) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI address(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/api/v1/write");
    }
}
