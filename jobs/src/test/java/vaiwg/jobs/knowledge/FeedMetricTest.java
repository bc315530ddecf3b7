package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.EventStream;

class FeedMetricTest {
    private final MetricListener metrics = new MetricListener();
    private final FeedMetric feeds = new FeedMetric(metrics.getMetricGroup());

    @Test
    void a_stream_is_shown_from_its_first_clock_on_and_then_by_its_newest() {
        assertThat(shown(EventStream.OUTCOME)).isEmpty();
        feeds.show(EventStream.OUTCOME, 4_999);
        feeds.show(EventStream.STALKING, 1_000);
        assertThat(shown(EventStream.OUTCOME)).contains(4L);
        feeds.show(EventStream.OUTCOME, 3_999);
        assertThat(shown(EventStream.OUTCOME)).as("a clock may fall back").contains(3L);
        assertThat(shown(EventStream.STALKING)).contains(1L);
    }

    @Test
    void how_far_conduct_has_come_is_not_shown() {
        feeds.show(EventStream.CONDUCT, 4_999);
        assertThat(shown(EventStream.CONDUCT)).isEmpty();
    }

    private Optional<Long> shown(EventStream stream) {
        return metrics.<Long>getGauge("stream", stream.slug(), "vaiwg_feed_complete_through_seconds")
                .map(Gauge::getValue);
    }
}
