package vaiwg.statistics.attrition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.Cause;

class ReportingDelayTest {
    private final ReportingDelay delay = new ReportingDelay(10);

    @Test
    void it_is_the_nearest_rank_of_those_that_became_known_in_the_days_looked_at() {
        for (int known = 101; known <= 120; known++) {
            delay.add(new Exit(0, known - (known - 100), Cause.OTHER_OUTCOME, known), 1);
        }
        assertThat(delay.asAt(120)).as("11 to 20 days: the tenth of ten").isEqualTo(20);
        assertThat(delay.asAt(110)).isEqualTo(10);
        for (int i = 0; i < 10; i++) {
            delay.add(new Exit(0, 115, Cause.OUTCOME_16, 116), 1);
        }
        assertThat(delay.asAt(120)).as("the nineteenth of twenty").isEqualTo(19);
    }

    @Test
    void what_is_taken_back_and_what_is_removed_says_nothing() {
        assertThat(delay.asAt(50)).isZero();
        Exit late = new Exit(0, 20, Cause.CHARGED, 50);
        delay.add(late, 1);
        delay.add(new Exit(0, 1, Cause.REMOVED, 50), 1);
        assertThat(delay.asAt(50)).isEqualTo(30);
        delay.add(late, -1);
        assertThat(delay.asAt(50)).isZero();
    }
}
