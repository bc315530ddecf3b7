package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.kpis.catalogue.DashboardSeries;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** Against Debian's {@code prometheus-pushgateway}; fails where it is missing. */
class PushWriterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant YESTERDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-11-24T00:00:00Z");

    /** A test vector of crypt_blowfish, and its password. */
    private static final String BCRYPT = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    private static final String PASSWORD = "U*U";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final SimpleCounter missed = new SimpleCounter();
    private Instant now = TODAY.plusSeconds(900);
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private URI address;
    private Process gateway;
    private PushWriter writer;

    @BeforeEach
    void start() throws Exception {
        address = URI.create("http://127.0.0.1:" + freePort());
        gateway = launch();
        writer = writer(HttpEndpoint.of(address));
        awaitAnswer(200);
    }

    private PushWriter writer(HttpEndpoint endpoint) {
        return new PushWriter(
                endpoint, new NewestSnapshots(new DashboardSamples(ShippedCatalogue.get())), missed, clock);
    }

    private void awaitAnswer(int status) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(status)) {
            assertThat(System.nanoTime()).as("waited in vain for the gateway").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @AfterEach
    void stop() throws Exception {
        gateway.destroy();
        gateway.waitFor();
    }

    @Test
    void the_newest_snapshot_of_every_force_is_there_and_no_older_one() throws Exception {
        writer.write(snapshot("west-midlands", YESTERDAY, 3), null);
        writer.write(snapshot("west-midlands", TODAY, 7), null);
        writer.write(snapshot("bedfordshire", TODAY, 5), null);
        writer.flush(false);

        assertThat(metrics().lines().filter(line -> line.startsWith("vaiwg_snapshot_as_at_seconds{")))
                .hasSize(2)
                .anyMatch(line -> line.contains("force=\"west-midlands\"") && line.contains("job=\"vaiwg\""));
        assertThat(numerators("west-midlands")).isNotEmpty().allMatch(line -> line.endsWith(" 7"));
        assertThat(numerators("bedfordshire")).isNotEmpty().allMatch(line -> line.endsWith(" 5"));
        assertThat(metrics()).contains("vaiwg_kpi_info{");
        assertThat(missed.getCount()).isZero();
    }

    @Test
    void a_replay_pushes_every_few_seconds_at_most_and_the_last_with_the_checkpoint() throws Exception {
        writer.write(snapshot("west-midlands", YESTERDAY, 3), null);
        writer.write(snapshot("west-midlands", TODAY, 7), null);
        assertThat(numerators("west-midlands")).isNotEmpty().allMatch(line -> line.endsWith(" 3"));

        now = now.plusSeconds(15);
        writer.write(snapshot("west-midlands", TODAY.plusSeconds(60), 8), null);
        assertThat(numerators("west-midlands")).allMatch(line -> line.endsWith(" 8"));
    }

    @Test
    void a_gateway_that_is_away_is_counted_and_the_next_push_succeeds() throws Exception {
        gateway.destroy();
        gateway.waitFor();
        writer.write(snapshot("west-midlands", TODAY, 7), null);
        assertThat(missed.getCount()).isEqualTo(1);
    }

    @Test
    void a_gateway_that_asks_who_is_there_takes_it_from_who_has_the_password_and_from_nobody_else() throws Exception {
        stop();
        Path rules = Files.writeString(folder.resolve("web.yml"), "basic_auth_users:\n  job: " + BCRYPT + "\n");
        gateway = launch("--web.config.file=" + rules);
        awaitAnswer(401);
        Path password = Files.writeString(folder.resolve("password"), "of somebody else\n");
        writer =
                writer(HttpEndpoint.of(address, Optional.of("job"), Optional.of(password), Map.of(), Optional.empty()));

        writer.write(snapshot("west-midlands", TODAY, 7), null);
        assertThat(missed.getCount()).isEqualTo(1);

        Files.writeString(password, PASSWORD + "\n");
        writer.flush(false);
        assertThat(missed.getCount()).isEqualTo(1);
        String pair = Base64.getEncoder().encodeToString(("job:" + PASSWORD).getBytes(StandardCharsets.US_ASCII));
        HttpRequest asked = HttpRequest.newBuilder(address.resolve("/metrics"))
                .header("Authorization", "Basic " + pair)
                .build();
        assertThat(client.send(asked, HttpResponse.BodyHandlers.ofString()).body())
                .contains("vaiwg_kpi_numerator{");
    }

    private List<String> numerators(String force) throws Exception {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("vaiwg_kpi_numerator{") && line.contains("force=\"" + force + "\""))
                .toList();
    }

    private String metrics() throws IOException, InterruptedException {
        return get("/metrics").body();
    }

    private boolean answers(int status) throws InterruptedException {
        try {
            return get("/-/ready").statusCode() == status;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Process launch(String... more) {
        List<String> command = new ArrayList<>(
                List.of("prometheus-pushgateway", "--web.listen-address=127.0.0.1:" + address.getPort()));
        command.addAll(List.of(more));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("gateway.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("install it: apt-get install prometheus-pushgateway", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static DashboardSnapshot snapshot(String force, Instant asAt, int numerator) {
        int size = DashboardSeries.of(ShippedCatalogue.get()).size();
        DashboardSnapshot snapshot = new DashboardSnapshot();
        snapshot.force = force;
        snapshot.asAt = asAt.toEpochMilli();
        snapshot.numerators = new int[size];
        snapshot.denominators = new int[size];
        Arrays.fill(snapshot.numerators, numerator);
        Arrays.fill(snapshot.denominators, 2 * numerator);
        return snapshot;
    }
}
