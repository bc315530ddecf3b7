package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstPageTest {
    @Test
    void every_matter_to_act_on_is_named_whichever_way_it_moved() {
        List<Matter> matters = List.of(
                matter("A", Matter.State.ACT, true),
                matter("B", Matter.State.ACT, false),
                matter("C", Matter.State.ACT, true),
                matter("D", Matter.State.ACT, false),
                matter("E", Matter.State.WATCH, true));
        assertThat(FirstPage.worst(matters, List.of()))
                .extracting(Block.Sentence::headline)
                .containsExactly("A.", "C.", "B.", "D.");
        assertThat(FirstPage.worst(matters.subList(3, 5), List.of()))
                .extracting(Block.Sentence::headline)
                .containsExactly("D.", "E.");
    }

    /** Of two open and two closed matters 31 changes in a year seem too many. */
    @Test
    void it_is_said_how_many_of_the_changes_of_a_year_have_ended() {
        assertThat(FirstPage.inTime(1, 31, 27))
                .isEqualTo(
                        "In a year 31 changes beyond chance were raised, for the worse or the better: 27 have ended, four stand;"
                                + " several can be one matter. One was answered within the 14 days.");
        assertThat(FirstPage.inTime(0, 1, 0))
                .isEqualTo("In a year one change beyond chance was raised, for the worse or the better."
                        + " None was answered within the 14 days.");
    }

    @Test
    void what_is_late_now_is_a_sentence_of_its_own() {
        assertThat(FirstPage.late(2, 2)).isEqualTo("Of two open matters, two answers are late now.");
        assertThat(FirstPage.late(1, 1)).isEqualTo("Of one open matter, one answer is late now.");
        assertThat(FirstPage.late(3, 0)).isEqualTo("No answer to an open matter is late.");
    }

    private static Matter matter(String title, Matter.State state, boolean worse) {
        return new Matter(
                title,
                "Recording",
                "the lead",
                1,
                SampleReport.AS_AT.minusDays(30),
                SampleReport.AS_AT.minusDays(10),
                "",
                SampleReport.AS_AT.minusDays(9),
                SampleReport.AS_AT.plusDays(5),
                "-",
                false,
                worse,
                state,
                Optional.empty(),
                9,
                List.of());
    }
}
