package vaiwg.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockDifferenceTest {
    private static final Instant THERE = Instant.parse("2026-06-10T23:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {-300, -1, 0, 1, 300})
    void up_to_five_minutes_are_no_difference(int seconds) {
        assertThat(sentence(Duration.ofSeconds(seconds), Duration.ZERO)).isEmpty();
    }

    @Test
    void a_clock_that_is_ahead_or_behind_is_told_with_what_to_do() {
        assertThat(sentence(Duration.ofMinutes(50), Duration.ZERO))
                .contains(
                        "This machine's clock is 50 minutes ahead of that of Kafka at broker:9092: correct the one that is wrong;"
                                + " until then nothing is called complete.");
        assertThat(sentence(Duration.ofMinutes(-90), Duration.ZERO))
                .hasValueSatisfying(told -> assertThat(told)
                        .startsWith("This machine's clock is 90 minutes behind that of Kafka at broker:9092: "));
        assertThat(sentence(Duration.ofMillis(300_001), Duration.ZERO)).isPresent();
        assertThat(sentence(Duration.ofMillis(-300_001), Duration.ZERO)).isPresent();
    }

    @Test
    void an_answer_that_takes_long_is_no_difference() {
        assertThat(sentence(Duration.ofMinutes(-20), Duration.ofMinutes(30))).isEmpty();
    }

    /** @param taken until the answer came */
    private static Optional<String> sentence(Duration ahead, Duration taken) {
        Instant before = THERE.plus(ahead);
        return ClockDifference.sentence(before, THERE, before.plus(taken), "Kafka at broker:9092");
    }
}
