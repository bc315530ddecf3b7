package vaiwg.statistics.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearnedLevelTest {
    private static final double DAILY = 10;

    private final LearnedLevel level = new LearnedLevel(DAILY * Baseline.DAYS);
    private int days;

    @Test
    void learns_nothing_from_the_newest_days() {
        put(LearnedLevel.GUARD, 2 * DAILY);
        assertThat(level.on(days)).isEqualTo(1);
        put(1, 2 * DAILY);
        assertThat(level.on(days)).isCloseTo((365 + 2) / 366.0, within(1e-12));
    }

    @Test
    void weighs_the_days_that_followed_as_those_of_the_reference_year() {
        put(Baseline.DAYS + LearnedLevel.GUARD, 1.1 * DAILY);
        assertThat(level.on(days)).isCloseTo(1.05, within(1e-12));
    }

    @Test
    void moves_on_when_the_reference_is_as_long_as_it_becomes() {
        put(LearnedLevel.DAYS, DAILY);
        put(LearnedLevel.DAYS + LearnedLevel.GUARD, 1.3 * DAILY);
        assertThat(level.on(days)).isCloseTo(1.3, within(1e-12));
        put(100, DAILY);
        assertThat(level.on(days)).isCloseTo(1 + 0.3 * (LearnedLevel.DAYS - 10) / LearnedLevel.DAYS, within(1e-12));
    }

    @Test
    void a_corrected_day_is_put_anew_with_those_after_it() {
        put(200, DAILY);
        for (int index = 50; index < 200; index++) {
            level.put(index, index == 50 ? 0 : DAILY, DAILY);
        }
        assertThat(level.on(200)).isCloseTo((365 + 110 - 1) / (365.0 + 110), within(1e-12));
        assertThat(level.on(140)).isEqualTo(1);
    }

    private void put(int count, double outcomes) {
        for (int i = 0; i < count; i++) {
            level.put(days++, outcomes, DAILY);
        }
    }
}
