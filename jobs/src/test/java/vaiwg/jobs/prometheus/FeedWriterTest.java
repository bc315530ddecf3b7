package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.knowledge.FeedClock;
import vaiwg.schemas.EventStream;

class FeedWriterTest {
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private PrometheusDouble prometheus;
    private FeedWriter writer;

    @BeforeEach
    void start() throws Exception {
        prometheus = new PrometheusDouble();
        writer = new FeedWriter(new Delivery(new RemoteWriteClient(prometheus.endpoint()), new ManualTicker()), clock);
    }

    @AfterEach
    void stop() {
        writer.close();
        prometheus.close();
    }

    @Test
    void the_first_clock_of_a_stream_is_sent_at_once_under_its_name() throws Exception {
        writer.write(feed(EventStream.OUTCOME, now.minusSeconds(600)), null);

        assertThat(sent(0)).contains("vaiwg_feed_complete_through_seconds", "stream", "outcome", "force", "all");
    }

    @Test
    void what_changes_within_seconds_waits_for_the_next_change_or_checkpoint() throws Exception {
        writer.write(feed(EventStream.OUTCOME, now.minusSeconds(600)), null);
        now = now.plusSeconds(5);
        writer.write(feed(EventStream.CRIME_RECORDING, now.minusSeconds(600)), null);
        assertThat(prometheus.bodies()).hasSize(1);
        writer.flush(false);
        writer.flush(false);
        assertThat(prometheus.bodies()).hasSize(2);
        assertThat(sent(1)).contains("outcome", "crime-recording");

        now = now.plus(Duration.ofSeconds(15));
        writer.write(feed(EventStream.STALKING, now.minusSeconds(600)), null);
        assertThat(prometheus.bodies()).hasSize(3);
    }

    @Test
    void how_far_conduct_has_come_is_not_sent() throws Exception {
        writer.write(feed(EventStream.CONDUCT, now.minusSeconds(600)), null);
        assertThat(prometheus.bodies()).isEmpty();
        writer.write(feed(EventStream.OUTCOME, now.minusSeconds(600)), null);
        assertThat(sent(0)).contains("outcome").doesNotContain("conduct");
    }

    @Test
    void an_outage_loses_a_measurement_and_not_the_job() throws Exception {
        prometheus.answering(401, "");
        writer.write(feed(EventStream.OUTCOME, now.minusSeconds(600)), null);
        assertThat(prometheus.bodies()).hasSize(1);
        now = now.plusSeconds(20);
        writer.write(feed(EventStream.OUTCOME, now.minusSeconds(600)), null);

        assertThat(prometheus.bodies()).hasSize(2);
    }

    private String sent(int request) {
        return new String(prometheus.bodies().get(request), StandardCharsets.ISO_8859_1);
    }

    private static FeedClock feed(EventStream stream, Instant completeThrough) {
        FeedClock clock = new FeedClock();
        clock.stream = (byte) stream.ordinal();
        clock.clock = completeThrough.toEpochMilli();
        return clock;
    }
}
