package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RapePageTest {
    /** Women and girls are those who are recorded as such: how many may be missing is said beside them, and how many are young children. */
    @Test
    void it_is_said_of_how_many_neither_sex_nor_age_is_recorded_and_how_many_are_young_children() {
        assertThat(RapePage.who(4_043, Optional.of(471), Optional.of(564), Optional.of(674)))
                .isEqualTo(
                        " Sex not recorded: 471 (11.6%); age not recorded: 564 (14.0%); aged under 13: 674 (16.7%).");
    }

    @Test
    void what_is_hidden_is_not_said() {
        assertThat(RapePage.who(400, Optional.empty(), Optional.of(100), Optional.empty()))
                .isEqualTo(" Age not recorded: 100 (25.0%).");
        assertThat(RapePage.who(400, Optional.empty(), Optional.empty(), Optional.empty()))
                .isEmpty();
    }
}
