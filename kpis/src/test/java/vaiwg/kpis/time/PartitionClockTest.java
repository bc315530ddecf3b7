package vaiwg.kpis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;

class PartitionClockTest {
    private static final long T = 1_700_000_000_000L;

    private final PartitionClock clock = new PartitionClock(PartitionClock.UNSET);

    @Test
    void the_first_event_is_known_from_its_change() {
        assertThat(clock.isLate(T)).isFalse();
        assertThat(clock.admit(T)).isEqualTo(T);
        assertThat(clock.now()).isEqualTo(T - PartitionClock.DISORDER);
    }

    @Test
    void an_event_within_the_disorder_is_known_from_its_change() {
        clock.admit(T);
        long disordered = T - PartitionClock.DISORDER + 1;
        assertThat(clock.isLate(disordered)).isFalse();
        assertThat(clock.admit(disordered)).isEqualTo(disordered);
    }

    @Test
    void an_event_at_the_clock_is_late_and_known_just_after_it() {
        clock.progress(T);
        assertThat(clock.isLate(T)).isTrue();
        assertThat(clock.admit(T)).isEqualTo(T + 1);
        assertThat(clock.now()).isEqualTo(T);
    }

    @Test
    void an_event_just_after_the_clock_is_in_time() {
        clock.progress(T);
        assertThat(clock.isLate(T + 1)).isFalse();
        assertThat(clock.admit(T + 1)).isEqualTo(T + 1);
    }

    @Test
    void the_clock_never_runs_backwards() {
        clock.progress(T);
        clock.progress(T - 1);
        clock.admit(T - 1);
        assertThat(clock.now()).isEqualTo(T);
    }

    @Test
    void every_knowledge_time_lies_after_every_earlier_reading_of_the_clock() {
        Random random = Seed.random("partition clock");
        long read = PartitionClock.UNSET;
        for (int i = 0; i < 100_000; i++) {
            long instant = T + random.nextLong(3_600_000L) + i * 10L;
            if (random.nextInt(50) == 0) {
                clock.progress(instant);
            } else {
                assertThat(clock.admit(instant)).isGreaterThan(read).isGreaterThanOrEqualTo(instant);
            }
            assertThat(clock.now()).isGreaterThanOrEqualTo(read);
            read = clock.now();
        }
    }
}
