package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.EventStream;

class HeldWatermarkTest {
    private static final int PARTITIONS = 2;
    private static final long MINUTE = 60_000;
    private static final String MARCH_FIRST = "2026-03-01T23:50:00Z";
    private static final String MARCH_FOURTH = "2026-03-04T09:00:00Z";

    private final HeldWatermark watermark = new HeldWatermark("vaiwg.", PARTITIONS);
    private long now = Instant.parse(MARCH_FOURTH).toEpochMilli();

    @Test
    void a_partition_that_a_midnight_waits_for_is_named_once_with_what_to_do() {
        allAt(MARCH_FOURTH);
        at(EventStream.STALKING, 1, MARCH_FIRST);
        assertThat(watermark.look(now)).as("it may come at any moment").isEmpty();
        assertThat(watermark.look(now + 10 * MINUTE - 1)).isEmpty();
        assertThat(watermark.look(now + 10 * MINUTE))
                .contains(
                        "No midnight has been published for 10 minutes, because vaiwg.stalking, partition 1, is read only"
                                + " through 2026-03-01T23:50:00Z, while others are read through 2026-03-04T09:00:00Z: send its"
                                + " events or a progress record, or start the heartbeat.");
        assertThat(watermark.look(now + 20 * MINUTE)).as("said already").isEmpty();
    }

    @Test
    void a_partition_without_any_record_holds_it_too() {
        allAt(MARCH_FOURTH);
        HeldWatermark fresh = new HeldWatermark("vaiwg.", 1);
        for (EventStream stream : EventStream.values()) {
            if (stream != EventStream.NOTE && stream != EventStream.CONDUCT) {
                fresh.take(clock(stream, 0, MARCH_FOURTH));
            }
        }
        fresh.look(now);
        assertThat(fresh.look(now + 10 * MINUTE))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("vaiwg.conduct, partition 0 (like 1 more), has brought no record yet"));
    }

    @Test
    void a_replay_in_which_the_slowest_moves_from_midnight_to_midnight_is_not_held() {
        allAt(MARCH_FOURTH);
        for (int day = 1; day < 28; day++) {
            at(
                    EventStream.OUTCOME,
                    0,
                    Instant.parse("2026-02-01T12:00:00Z")
                            .plusSeconds(day * 86_400L)
                            .toString());
            now += 9 * MINUTE;
            assertThat(watermark.look(now)).as("day %d", day).isEmpty();
        }
    }

    @Test
    void all_in_the_same_day_wait_for_nobody_however_long_it_takes() {
        allAt("2026-03-03T09:00:00Z");
        at(EventStream.OUTCOME, 0, "2026-03-03T00:00:00Z");
        assertThat(watermark.look(now)).isEmpty();
        assertThat(watermark.look(now + 1_000 * MINUTE)).isEmpty();
        allAt(MARCH_FOURTH);
        assertThat(watermark.look(now + 1_001 * MINUTE)).isEmpty();
    }

    @Test
    void at_midnight_the_time_begins_when_the_first_has_passed_it() {
        allAt("2026-03-03T23:59:00Z");
        assertThat(watermark.look(now)).isEmpty();
        allAt(MARCH_FOURTH);
        at(EventStream.OUTCOME, 0, "2026-03-03T23:59:00Z");
        assertThat(watermark.look(now + 600 * MINUTE)).isEmpty();
        assertThat(watermark.look(now + 610 * MINUTE)).isPresent();
    }

    @Test
    void a_clock_here_that_is_behind_the_streams_is_told_once_until_it_is_right() {
        allAt(MARCH_FOURTH);
        assertThat(watermark.lookAhead(now - 5 * MINUTE)).as("clocks differ").isEmpty();
        assertThat(watermark.lookAhead(now - 50 * MINUTE))
                .contains(
                        "All streams are read through 2026-03-04T09:00:00Z, but here it is only 2026-03-04T08:10:00Z, and no"
                                + " midnight is published before it has come here: correct this machine's clock, or that of the Kafka broker"
                                + " and of what writes progress records.");
        assertThat(watermark.lookAhead(now - 49 * MINUTE)).as("said already").isEmpty();
        assertThat(watermark.lookAhead(now)).isEmpty();
        assertThat(watermark.lookAhead(now - 50 * MINUTE)).as("wrong again").isPresent();
    }

    private void allAt(String instant) {
        for (EventStream stream : EventStream.values()) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                at(stream, partition, instant);
            }
        }
    }

    private void at(EventStream stream, int partition, String instant) {
        watermark.take(clock(stream, partition, instant));
    }

    private static FeedClock clock(EventStream stream, int partition, String instant) {
        FeedClock clock = new FeedClock();
        clock.stream = (byte) stream.ordinal();
        clock.partition = partition;
        clock.clock = Instant.parse(instant).toEpochMilli();
        return clock;
    }
}
