package vaiwg.jobs.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.statistics.streams.StreamReading;
import vaiwg.statistics.streams.StreamState;

/** How each stream comes, as samples. Of a restricted stream its state alone: how much comes, and when, is for few. */
final class StreamSamples {
    private static final double MILLIS = 1_000.0;

    private StreamSamples() {}

    static List<Sample> of(DashboardSnapshot snapshot) {
        List<Sample> samples = new ArrayList<>();
        for (StreamReading reading : snapshot.streams) {
            samples.add(sample(
                    MetricNames.STREAM_STATE, reading, snapshot, reading.state().ordinal()));
            if (reading.state().isWrong()) {
                // The newest text is that of the greatest value.
                Sample text = sample(MetricNames.STREAM_TEXT, reading, snapshot, snapshot.asAt / MILLIS);
                text.labels().put("text", reading.sentence());
                samples.add(text);
            }
            if (reading.stream().isRestricted() || reading.state() == StreamState.NEVER_RECEIVED) {
                continue;
            }
            if (!Double.isNaN(reading.expectedWeek())) {
                samples.add(sample(MetricNames.STREAM_EXPECTED, reading, snapshot, reading.expectedWeek()));
            }
            if (reading.newest() != StreamReading.NONE) {
                samples.add(sample(
                        MetricNames.STREAM_NEWEST, reading, snapshot, DashboardSamples.seconds(reading.newest())));
            }
        }
        return samples;
    }

    private static Sample sample(String name, StreamReading reading, DashboardSnapshot snapshot, double value) {
        return Sample.sample(name, Map.of("stream", reading.stream().slug()), snapshot, value);
    }
}
