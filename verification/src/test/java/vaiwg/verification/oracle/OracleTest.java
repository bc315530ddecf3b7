package vaiwg.verification.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static final LocalDate END = LocalDate.of(2023, 4, 20);

    /** A soak run's find: it is asked for its own last snapshot only, and by that it was not dormant. */
    @Test
    void a_force_that_is_dormant_at_the_end_has_no_days_to_compare_whatever_was_asked_for_of_it() throws Exception {
        RandomHistories random = new RandomHistories(482662);
        History dormant = random.of(27, END);
        History other = random.of(1, END);
        try (Oracle oracle = new Oracle()) {
            oracle.load(Log.of("vaiwg.", List.of(dormant, other)));
            oracle.want(dormant.force(), List.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1)));
            oracle.want(other.force(), List.of(END));
            oracle.compute();
            assertThat(oracle.query("SELECT DISTINCT force FROM expected_day ORDER BY 1"))
                    .containsExactly(other.force(), dormant.force());
            oracle.leaveOutDaysOfTheDormant();
            assertThat(oracle.query("SELECT DISTINCT force FROM expected_day")).containsExactly(other.force());
        }
    }
}
