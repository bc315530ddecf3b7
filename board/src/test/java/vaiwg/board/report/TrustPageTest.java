package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;

class TrustPageTest {
    /** "(84.0 to 93.4)" stood beside counts of all cases and of audits, and nothing said what it is. */
    @Test
    void intervals_are_explained_to_those_who_see_them() {
        assertThat(TrustPage.words(Tier.BOARD))
                .filteredOn(word -> word.text().contains("95% interval"))
                .singleElement()
                .satisfies(word -> assertThat(word.text()).contains("under 1,000 cases", "a model of chance"));
        assertThat(TrustPage.words(Tier.PUBLIC))
                .extracting(Block.Definition::text)
                .noneMatch(text -> text.contains("interval"));
    }
}
