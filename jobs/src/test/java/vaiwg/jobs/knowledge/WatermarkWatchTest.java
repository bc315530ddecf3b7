package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.ManualTime;
import vaiwg.schemas.EventStream;

class WatermarkWatchTest {
    private static final int LOOKS = 30;
    private static final Duration STEP = Duration.ofHours(2);

    private final ManualTime time = new ManualTime();
    private final List<String> log = new ArrayList<>();

    @Test
    void what_holds_the_watermark_is_logged_once_although_nothing_more_comes() throws Exception {
        WatermarkWatch writer = new WatermarkWatch(new HeldWatermark("vaiwg.", 1), time, log::add);
        for (EventStream stream : EventStream.values()) {
            writer.write(clock(stream, Duration.ofDays(stream == EventStream.OUTCOME ? 20_000 : 20_002)), null);
        }
        time.turnBy(Duration.ofDays(20_002).toMillis());
        for (int minute = 1; minute <= LOOKS; minute++) {
            time.turnBy(Duration.ofMinutes(1).toMillis());
        }
        assertThat(log)
                .singleElement()
                .asString()
                .contains("vaiwg.outcome, partition 0, is read only through 2024-10-04");
    }

    @Test
    void a_clock_that_is_set_while_all_run_makes_no_stream_ahead_or_held() throws Exception {
        WatermarkWatch writer = new WatermarkWatch(new HeldWatermark("vaiwg.", 1), time, log::add);
        Duration day = Duration.ofDays(20_000);
        time.turnBy(day.toMillis());
        for (EventStream stream : EventStream.values()) {
            writer.write(clock(stream, day.plusMinutes(90)), null);
        }
        time.turnBy(STEP.toMillis());
        assertThat(log).as("by the time of the step nothing is ahead").isEmpty();

        for (EventStream stream : EventStream.values()) {
            if (stream != EventStream.OUTCOME) {
                writer.write(clock(stream, day.plusDays(1)), null);
            }
        }
        time.turnBy(Duration.ofMinutes(1).toMillis());
        time.turnBy(STEP.toMillis());
        time.turnBy(Duration.ofMinutes(1).toMillis());
        assertThat(log).as("held for two minutes").isEmpty();
    }

    private static FeedClock clock(EventStream stream, Duration sinceEpoch) {
        FeedClock clock = new FeedClock();
        clock.stream = (byte) stream.ordinal();
        clock.clock = sinceEpoch.toMillis();
        return clock;
    }
}
