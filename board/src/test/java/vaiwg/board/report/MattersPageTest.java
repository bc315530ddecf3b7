package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.board.Tier;

class MattersPageTest {
    /** "Fair" and "weak" stood beside matters, and nothing on the page said what they mean. */
    @Test
    void what_is_open_says_what_the_words_for_how_sure_it_is_mean() {
        String sure = "; strong: other cases agree; of the rest, fair: act, weak: watch";
        assertThat(MattersPage.title(4)).isEqualTo("Open: owners answer in 14 days" + sure);
        assertThat(MattersPage.title(9)).isEqualTo("Open: the first seven of nine" + sure);
    }

    @Test
    void everybody_is_told_where_to_find_help_in_danger_first() {
        assertThat(MattersPage.help(Tier.PUBLIC).definitions())
                .extracting(Block.Definition::word)
                .startsWith("999")
                .contains("0808 2000 247");
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL", "BOARD"})
    void leads_and_the_board_have_that_at_hand(Tier tier) {
        assertThat(MattersPage.help(tier).isEmpty()).isTrue();
    }
}
