package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.schemas.EventStream;
import vaiwg.statistics.streams.StreamReading;
import vaiwg.statistics.streams.StreamState;

class StreamSamplesTest {
    private static final int NEWEST = 20_576;

    @Test
    void a_stream_is_told_with_its_state_and_pace_and_what_is_wrong_with_its_sentence() {
        assertThat(samples(new StreamReading(EventStream.STALKING, StreamState.SILENT, NEWEST, NEWEST + 1, 5)))
                .containsExactly(
                        "{__name__=vaiwg_feed_state, force=kent, stream=stalking} 2.0",
                        "{__name__=vaiwg_feed_text, force=kent, stream=stalking, text=Stalking records have not come since 3 May 2026;"
                                + " figures that rest on them stand still.} 1.8E9",
                        "{__name__=vaiwg_feed_expected_week, force=kent, stream=stalking} 5.0",
                        "{__name__=vaiwg_feed_newest_seconds, force=kent, stream=stalking} 1.7777628E9");
        assertThat(samples(new StreamReading(EventStream.OUTCOME, StreamState.AS_USUAL, NEWEST, NEWEST, Double.NaN)))
                .as("nobody knows its pace yet")
                .containsExactly(
                        "{__name__=vaiwg_feed_state, force=kent, stream=outcome} 1.0",
                        "{__name__=vaiwg_feed_newest_seconds, force=kent, stream=outcome} 1.7777628E9");
        assertThat(samples(new StreamReading(
                        EventStream.OUTCOME,
                        StreamState.NEVER_RECEIVED,
                        StreamReading.NONE,
                        StreamReading.NONE,
                        Double.NaN)))
                .containsExactly("{__name__=vaiwg_feed_state, force=kent, stream=outcome} 0.0");
    }

    @Test
    void of_conduct_nobody_learns_how_much_comes_and_when() {
        for (StreamState state : StreamState.values()) {
            assertThat(samples(new StreamReading(EventStream.CONDUCT, state, NEWEST, NEWEST + 1, 7)))
                    .as("%s", state)
                    .hasSize(state.isWrong() ? 2 : 1)
                    .noneMatch(sample -> sample.contains("2026"))
                    .allMatch(sample -> sample.contains("vaiwg_feed_state") || sample.contains("vaiwg_feed_text"));
        }
    }

    private static List<String> samples(StreamReading reading) {
        DashboardSnapshot snapshot = new DashboardSnapshot();
        snapshot.force = "kent";
        snapshot.asAt = 1_800_000_000_000L;
        snapshot.streams = new StreamReading[] {reading};
        return StreamSamples.of(snapshot).stream()
                .map(sample -> sample.labels() + " " + sample.value())
                .toList();
    }
}
