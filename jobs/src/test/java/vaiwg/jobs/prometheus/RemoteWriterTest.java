package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.panes.BoardSnapshot;
import vaiwg.kpis.catalogue.BoardSet;
import vaiwg.kpis.catalogue.Catalogue;

class RemoteWriterTest {
    private static final String SENT = "vaiwg_remote_write_samples_total";
    private static final String ALREADY_THERE = "vaiwg_remote_write_samples_already_there_total";
    private static final String DROPPED = "vaiwg_remote_write_samples_dropped_total";

    private final BoardSamples boards = new BoardSamples(Catalogue.shipped());
    private final MetricListener metrics = new MetricListener();
    private final long hourAgo = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
    private final long yearAgo = Instant.now().minus(Duration.ofDays(365)).toEpochMilli();
    private PrometheusDouble prometheus;
    private RemoteWriter writer;

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
    void whatIsOfTodayIsSentAtOnceUnderItsOwnTime() throws Exception {
        BoardSnapshot snapshot = snapshot("west-midlands", hourAgo);
        writer.write(snapshot, null);
        assertThat(prometheus.bodies()).hasSize(1);
        assertThat(new String(prometheus.bodies().get(0), StandardCharsets.ISO_8859_1))
                .contains("vaiwg_kpi_value")
                .contains("west-midlands");
        assertThat(count(SENT)).isEqualTo(boards.of(snapshot).size());
    }

    @Test
    void nothingIsSentAheadOfTheClock() throws Exception {
        writer.write(
                snapshot("west-midlands", Instant.now().plus(Duration.ofDays(1)).toEpochMilli()), null);
        writer.flush(true);
        assertThat(prometheus.bodies()).isEmpty();
    }

    @Test
    void noInstantOfAForceIsSentTwiceNorAnEarlierOne() throws Exception {
        writer.write(snapshot("west-midlands", hourAgo), null);
        writer.write(snapshot("west-midlands", hourAgo), null);
        writer.write(snapshot("west-midlands", hourAgo - 1), null);
        writer.flush(true);
        assertThat(prometheus.bodies()).hasSize(1);
        writer.write(snapshot("west-mercia", hourAgo), null);
        assertThat(prometheus.bodies()).as("another force has its own time").hasSize(2);
    }

    @Test
    void aReplaysSnapshotsAreSentTogetherAndNoneTwiceWhileTheyWait() throws Exception {
        writer.write(snapshot("west-midlands", yearAgo), null);
        writer.write(snapshot("west-midlands", yearAgo), null);
        writer.write(snapshot("west-midlands", yearAgo + 1), null);
        assertThat(prometheus.bodies()).isEmpty();
        writer.flush(false);
        assertThat(prometheus.bodies()).hasSize(1);
        assertThat(count(SENT))
                .isEqualTo(2L * boards.of(snapshot("west-midlands", yearAgo)).size());
        writer.flush(false);
        assertThat(prometheus.bodies()).as("nothing waits any more").hasSize(1);
    }

    @Test
    void afterARestartWhatWasAcknowledgedIsNotSentAgain() throws Exception {
        writer.write(snapshot("west-midlands", hourAgo), null);
        AcknowledgedSerializer serializer = new AcknowledgedSerializer();
        Map<String, Long> stored = serializer.deserialize(
                serializer.getVersion(),
                serializer.serialize(writer.snapshotState(1).get(0)));
        assertThat(stored).containsExactly(Map.entry("west-midlands", hourAgo));
        try (RemoteWriter restarted = writer(stored)) {
            restarted.write(snapshot("west-midlands", hourAgo), null);
            assertThat(prometheus.bodies()).hasSize(1);
            restarted.write(snapshot("west-midlands", hourAgo + 1), null);
            assertThat(prometheus.bodies()).hasSize(2);
        }
    }

    @Test
    void whatIsBusyIsAskedAgainWithTheSameRequest() throws Exception {
        prometheus.answering(503, "starting").answering(429, "slow down");
        writer.write(snapshot("west-midlands", hourAgo), null);
        assertThat(prometheus.bodies()).hasSize(3);
        assertThat(prometheus.bodies().get(2)).isEqualTo(prometheus.bodies().get(0));
        assertThat(count(SENT)).isPositive();
        assertThat(count(DROPPED)).isZero();
    }

    @Test
    void whatIsThereAlreadyIsCountedAndTheJobGoesOn() throws Exception {
        prometheus.answering(400, "duplicate sample for timestamp");
        writer.write(snapshot("west-midlands", hourAgo), null);
        assertThat(prometheus.bodies()).as("not sent again").hasSize(1);
        assertThat(count(ALREADY_THERE)).isPositive();
        assertThat(count(SENT)).isZero();
        writer.write(snapshot("west-midlands", hourAgo + 1), null);
        assertThat(count(SENT)).isPositive();
    }

    @Test
    void whatIsRefusedIsCountedAndTheJobGoesOn() throws Exception {
        prometheus.answering(401, "who are you?");
        writer.write(snapshot("west-midlands", hourAgo), null);
        assertThat(count(DROPPED)).isPositive();
        writer.write(snapshot("west-midlands", hourAgo + 1), null);
        assertThat(count(SENT)).isPositive();
    }

    private RemoteWriter writer(Map<String, Long> acknowledged) {
        return new RemoteWriter(
                new RemoteWriteClient(prometheus.uri()), boards, metrics.getMetricGroup(), new TreeMap<>(acknowledged));
    }

    private long count(String name) {
        return metrics.getCounter(name).orElseThrow().getCount();
    }

    private static BoardSnapshot snapshot(String force, long asAt) {
        BoardSnapshot snapshot = new BoardSnapshot();
        snapshot.force = force;
        snapshot.asAt = asAt;
        int size = BoardSet.of(Catalogue.shipped()).size();
        snapshot.parts = new int[size];
        snapshot.wholes = new int[size];
        return snapshot;
    }
}
