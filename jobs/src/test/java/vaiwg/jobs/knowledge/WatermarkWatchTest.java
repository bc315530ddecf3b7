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

    private final ManualTime time = new ManualTime();
    private final List<String> log = new ArrayList<>();

    @Test
    void what_holds_the_watermark_is_logged_once_although_nothing_more_comes() throws Exception {
        WatermarkWatch writer = new WatermarkWatch(new HeldWatermark("vaiwg.", 1), time, log::add);
        for (EventStream stream : EventStream.values()) {
            FeedClock clock = new FeedClock();
            clock.stream = (byte) stream.ordinal();
            clock.clock = Duration.ofDays(stream == EventStream.OUTCOME ? 20_000 : 20_002)
                    .toMillis();
            writer.write(clock, null);
        }
        time.turnBy(Duration.ofDays(20_002).toMillis());
        for (int minute = 1; minute <= LOOKS; minute++) {
            time.turnBy(Duration.ofMinutes(1).toMillis());
        }
        assertThat(log)
                .singleElement()
                .asString()
                .contains("vaiwg.outcome, partition 0, is complete only through 2024-10-04");
    }
}
