package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.NeverIdle;
import vaiwg.jobs.SetClock;
import vaiwg.jobs.records.DecodedRecord;

class ClockWatermarksTest {
    private static final long MIDNIGHT = Instant.parse("2026-06-10T23:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000L;

    private final List<Long> passed = new ArrayList<>();
    private final SetClock here = new SetClock(Instant.EPOCH);
    private final ClockWatermarks watermarks = new ClockWatermarks(here);

    @Test
    void a_midnight_that_the_log_has_passed_waits_until_it_has_come_here() {
        here.set(Instant.ofEpochMilli(MIDNIGHT - 4 * MINUTE));
        read(MIDNIGHT + MINUTE);
        here.set(Instant.ofEpochMilli(MIDNIGHT - 1));
        emit();
        assertThat(passed).allMatch(watermark -> watermark < MIDNIGHT);

        here.set(Instant.ofEpochMilli(MIDNIGHT));
        emit();
        assertThat(passed).last().isEqualTo(MIDNIGHT);

        here.set(Instant.ofEpochMilli(MIDNIGHT + 60 * MINUTE));
        emit();
        assertThat(passed).last().as("no farther than the log").isEqualTo(MIDNIGHT + MINUTE);
    }

    @Test
    void a_history_waits_for_nothing() {
        here.set(Instant.ofEpochMilli(MIDNIGHT + 365 * 24 * 60 * MINUTE));
        read(MIDNIGHT);
        read(MIDNIGHT + 24 * 60 * MINUTE);
        assertThat(passed).containsExactly(MIDNIGHT, MIDNIGHT + 24 * 60 * MINUTE);
    }

    @Test
    void a_clock_that_is_set_back_takes_nothing_back() {
        here.set(Instant.ofEpochMilli(MIDNIGHT + MINUTE));
        read(MIDNIGHT + 2 * MINUTE);
        here.set(Instant.ofEpochMilli(MIDNIGHT - 60 * MINUTE));
        emit();
        assertThat(passed).containsExactly(MIDNIGHT + MINUTE);
    }

    private void read(long clock) {
        DecodedRecord record = new DecodedRecord();
        record.clock = clock;
        watermarks.onEvent(record, clock, null);
        emit();
    }

    private void emit() {
        watermarks.onPeriodicEmit(new NeverIdle(passed::add));
    }
}
