package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndsOfSupportTest {
    /** "A reason is on record of 1,419" was read as 1,419 reasons. */
    @Test
    void that_a_victim_was_asked_is_told_from_that_a_reason_was_given() {
        assertThat(EndsOfSupport.asked(1_419, Optional.of(2_246), "reason", 153))
                .isEqualTo("Asked and recorded: 1,419 of 2,246 outcomes 16; a reason given: 1,266."
                        + " The other 153 are in no bar.");
    }

    @Test
    void of_how_many_it_is_recorded_is_left_out_where_that_tells_of_how_few_it_is_not() {
        assertThat(EndsOfSupport.asked(1_419, Optional.empty(), "reason", 153))
                .startsWith("Asked and recorded: 1,419 outcomes 16; a reason given: 1,266.");
    }
}
