package vaiwg.statistics.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {
    /** The four examples of Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void it_agrees_with_published_intervals(int successes, int n, double lower, double upper) {
        WilsonInterval interval = WilsonInterval.of(successes, n);
        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }

    @Test
    void it_stays_within_nought_and_one_and_mirrors_the_other_share() {
        for (int n = 1; n <= 40; n++) {
            for (int successes = 0; successes <= n; successes++) {
                WilsonInterval interval = WilsonInterval.of(successes, n);
                WilsonInterval mirrored = WilsonInterval.of(n - successes, n);
                assertThat(interval.lower()).isBetween(0.0, (double) successes / n);
                assertThat(interval.upper()).isBetween((double) successes / n, 1.0);
                assertThat(interval.lower()).isCloseTo(1 - mirrored.upper(), within(1e-12));
            }
        }
    }

    @Test
    void what_is_no_share_is_rejected() {
        assertThatThrownBy(() -> WilsonInterval.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WilsonInterval.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
