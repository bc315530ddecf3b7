package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
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

    /** "1,204 records came late." did not say of how long. */
    @Test
    void of_late_records_it_is_said_since_when_they_are_counted() {
        Optional<LocalDate> before = Optional.of(LocalDate.of(2026, 10, 1));
        assertThat(TrustPage.late(1_204, before))
                .isEqualTo(Block.Sentence.of(
                        "1,204 records came late since 1 Oct 2026.",
                        "They are counted on the days to which they belong."));
        assertThat(TrustPage.late(1, before).headline()).isEqualTo("1 record came late since 1 Oct 2026.");
        assertThat(TrustPage.late(0, before)).isEqualTo(Block.Sentence.of("No record came late since 1 Oct 2026.", ""));
        assertThat(TrustPage.late(0, Optional.empty()).headline()).isEqualTo("No record came late in 28 days.");
    }
}
