package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.kpis.catalogue.DashboardSeries;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class RemoteWriterTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String SENT = "vaiwg_remote_write_samples_total";
    private static final String ALREADY_THERE = "vaiwg_remote_write_samples_already_there_total";
    private static final String DROPPED = "vaiwg_remote_write_samples_dropped_total";
    private static final String REJECTED = "vaiwg_remote_write_samples_rejected_total";

    private final DashboardSamples dashboards = new DashboardSamples(ShippedCatalogue.get());
    private MetricListener metrics = new MetricListener();
    private final ManualTicker ticker = new ManualTicker();
    private final long hourAgo = NOW.minus(Duration.ofHours(1)).toEpochMilli();
    private final long yearAgo = NOW.minus(Duration.ofDays(365)).toEpochMilli();
    private Instant now = NOW;
    private PrometheusDouble prometheus;
    private RemoteWriteSink.Writer writer;

    @BeforeEach
    void start() throws Exception {
        prometheus = new PrometheusDouble();
        writer = writer(new TreeMap<>());
    }

    @AfterEach
    void stop() {
        writer.close();
        prometheus.close();
    }

    @Test
    void what_is_of_today_is_sent_at_once_under_its_own_time() throws Exception {
        DashboardSnapshot snapshot = snapshot("west-midlands", hourAgo);
        writer.write(snapshot, null);
        assertThat(prometheus.bodies()).hasSize(1);
        assertThat(new String(prometheus.bodies().get(0), StandardCharsets.ISO_8859_1))
                .contains("vaiwg_kpi_value")
                .contains("west-midlands");
        assertThat(count(SENT)).isEqualTo(dashboards.of(snapshot).size());
    }

    @Test
    void nothing_is_sent_ahead_of_the_clock() throws Exception {
        writer.write(snapshot("west-midlands", NOW.plus(Duration.ofDays(1)).toEpochMilli()), null);
        writer.flush(true);
        assertThat(prometheus.bodies()).isEmpty();
    }

    @Test
    void no_instant_of_a_force_is_sent_twice_nor_an_earlier_one() throws Exception {
        writer.write(snapshot("west-midlands", hourAgo), null);
        writer.write(snapshot("west-midlands", hourAgo), null);
        writer.write(snapshot("west-midlands", hourAgo - 1), null);
        writer.flush(true);
        assertThat(prometheus.bodies()).hasSize(1);
        writer.write(snapshot("west-mercia", hourAgo), null);
        assertThat(prometheus.bodies()).as("another force has its own time").hasSize(2);
    }

    @Test
    void a_replays_snapshots_are_sent_together_and_none_twice_while_they_wait() throws Exception {
        writer.write(snapshot("west-midlands", yearAgo), null);
        writer.write(snapshot("west-midlands", yearAgo), null);
        writer.write(snapshot("west-midlands", yearAgo + 1), null);
        assertThat(prometheus.bodies()).isEmpty();
        writer.flush(false);
        assertThat(prometheus.bodies()).hasSize(1);
        assertThat(count(SENT))
                .isEqualTo(
                        2L * dashboards.of(snapshot("west-midlands", yearAgo)).size());
        writer.flush(false);
        assertThat(prometheus.bodies()).as("nothing waits any more").hasSize(1);
    }

    @Test
    void after_a_restart_what_was_acknowledged_is_not_sent_again() throws Exception {
        writer.write(snapshot("west-midlands", hourAgo), null);
        AcknowledgedSerializer serializer = new AcknowledgedSerializer();
        Map<String, Long> stored = serializer.deserialize(
                serializer.getVersion(),
                serializer.serialize(writer.snapshotState(1).get(0)));
        assertThat(stored).containsExactly(Map.entry("west-midlands", hourAgo));
        try (RemoteWriteSink.Writer restarted = writer(stored)) {
            restarted.write(snapshot("west-midlands", hourAgo), null);
            assertThat(prometheus.bodies()).hasSize(1);
            restarted.write(snapshot("west-midlands", hourAgo + 1), null);
            assertThat(prometheus.bodies()).hasSize(2);
        }
    }

    @Test
    void where_no_prometheus_is_named_what_was_acknowledged_is_kept() throws Exception {
        Map<String, Long> stored = new TreeMap<>(Map.of("west-midlands", hourAgo));
        metrics = new MetricListener();
        try (RemoteWriteSink.Writer silent = new RemoteWriteSink.Writer(
                Optional.empty(),
                ((InstantSource) () -> now).withZone(ZoneOffset.UTC),
                dashboards,
                metrics.getMetricGroup(),
                stored)) {
            silent.write(snapshot("west-midlands", hourAgo + 1), null);
            silent.flush(true);
            assertThat(silent.snapshotState(1)).containsExactly(Map.of("west-midlands", hourAgo));
        }
    }

    @Test
    void what_is_busy_is_asked_again_with_the_same_request() throws Exception {
        prometheus.answering(503, "starting").answering(429, "slow down");
        writer.write(snapshot("west-midlands", hourAgo), null);
        assertThat(prometheus.bodies()).hasSize(3);
        assertThat(prometheus.bodies().get(2)).isEqualTo(prometheus.bodies().get(0));
        assertThat(count(SENT)).isPositive();
        assertThat(count(DROPPED)).isZero();
    }

    @Test
    void a_sample_that_is_there_already_is_counted_and_the_others_are_sent() throws Exception {
        rejectFirstSampleFor("duplicate sample for timestamp");
        assertThat(count(ALREADY_THERE)).isEqualTo(1);
        assertThat(count(DROPPED)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out of bounds", "out of order sample", "label value is too long"})
    void a_sample_that_prometheus_will_not_have_is_counted_as_dropped_and_the_others_are_sent(String reason)
            throws Exception {
        rejectFirstSampleFor(reason);
        assertThat(count(ALREADY_THERE)).isZero();
        assertThat(count(REJECTED)).isEqualTo(1);
        assertThat(count(DROPPED)).as("for this VaiwgSinkDown rings").isEqualTo(1);
    }

    /** Every request that holds the first sample is answered with 400. */
    private void rejectFirstSampleFor(String reason) throws Exception {
        DashboardSnapshot snapshot = snapshot("west-midlands", hourAgo);
        int samples = dashboards.of(snapshot).size();
        for (int left = samples; left > 1; left /= 2) {
            prometheus.answering(400, reason);
        }
        prometheus.answering(400, reason);
        writer.write(snapshot, null);
        assertThat(count(SENT)).isEqualTo(samples - 1);
    }

    /** Snapshots of two forces come each minute, checkpoints twice a minute; Prometheus accepts connections and answers nothing. */
    @Test
    void an_hour_without_prometheus_holds_the_job_for_one_request_a_minute_at_most_and_its_samples_are_counted()
            throws Exception {
        metrics = new MetricListener();
        RemoteWriteSink.Writer away = writer(
                body -> {
                    if (now.isBefore(NOW.plus(Duration.ofHours(1)))) {
                        ticker.turnBy(Duration.ofSeconds(10));
                        return Delivery.Transport.Answer.RETRY;
                    }
                    return Delivery.Transport.Answer.ACCEPTED;
                },
                new TreeMap<>());
        Duration held = Duration.ZERO;
        long wanted = 0;
        for (int minute = 0; minute < 60; minute++) {
            long begin = ticker.nanos();
            for (String force : List.of("west-midlands", "west-mercia")) {
                DashboardSnapshot snapshot = snapshot(force, now.toEpochMilli());
                wanted += dashboards.of(snapshot).size();
                away.write(snapshot, null);
            }
            away.flush(false);
            away.flush(false);
            assertThat(ticker.since(begin)).as("minute %s", minute).isLessThanOrEqualTo(Duration.ofSeconds(10));
            held = held.plus(ticker.since(begin));
            Duration rest = Duration.ofMinutes(1).minus(ticker.since(begin));
            ticker.turnBy(rest);
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(held).as("of an hour").isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(count(SENT)).isZero();
        assertThat(count(DROPPED)).isEqualTo(wanted);
        assertThat(count(REJECTED)).isZero();

        ticker.turnBy(Duration.ofMinutes(1));
        DashboardSnapshot back = snapshot("west-mercia", now.toEpochMilli());
        away.write(back, null);
        assertThat(count(SENT)).isEqualTo(dashboards.of(back).size());
    }

    @Test
    void what_is_rejected_is_counted_and_the_job_goes_on() throws Exception {
        prometheus.answering(401, "who are you?");
        DashboardSnapshot rejected = snapshot("west-midlands", hourAgo);
        writer.write(rejected, null);
        assertThat(count(DROPPED)).isEqualTo(dashboards.of(rejected).size());
        assertThat(count(SENT)).isZero();
        DashboardSnapshot next = snapshot("west-midlands", hourAgo + 1);
        writer.write(next, null);
        assertThat(count(SENT)).isEqualTo(dashboards.of(next).size());
    }

    private RemoteWriteSink.Writer writer(Map<String, Long> acknowledged) {
        return writer(new RemoteWriteClient(prometheus.endpoint()), acknowledged);
    }

    private RemoteWriteSink.Writer writer(Delivery.Transport transport, Map<String, Long> acknowledged) {
        return new RemoteWriteSink.Writer(
                Optional.of(new Delivery(transport, ticker)),
                ((InstantSource) () -> now).withZone(ZoneOffset.UTC),
                dashboards,
                metrics.getMetricGroup(),
                new TreeMap<>(acknowledged));
    }

    private long count(String name) {
        return metrics.getCounter(name).orElseThrow().getCount();
    }

    private static DashboardSnapshot snapshot(String force, long asAt) {
        DashboardSnapshot snapshot = new DashboardSnapshot();
        snapshot.force = force;
        snapshot.asAt = asAt;
        int size = DashboardSeries.of(ShippedCatalogue.get()).size();
        snapshot.numerators = new int[size];
        snapshot.denominators = new int[size];
        return snapshot;
    }
}
