package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.figures.PublishedVerdict.State;

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
        assertThat(TrustPage.late(0, Optional.empty()).headline())
                .isEqualTo("No record came late in the last 28 days.");
    }

    /** "336 nights since 1 January" were one more than the nights from then to the day of the report. */
    @Test
    void of_the_midnights_that_are_kept_both_days_are_said() {
        assertThat(TrustPage.kept(336, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 2)))
                .isEqualTo("336 midnights have their figures, of 1 Jan to 2 Dec 2026.");
        assertThat(TrustPage.kept(1, LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 2)))
                .startsWith("1 midnight has its figures");
    }

    @Test
    void abbreviations_of_the_pages_are_spelled_out_and_each_state_has_its_sign() {
        assertThat(TrustPage.words(Tier.BOARD))
                .extracting(Block.Definition::word)
                .filteredOn(word -> Stream.of("EASI", "VAIWG", "NPCC", "OC15", "Contact log", "Characteristics")
                        .anyMatch(word::contains))
                .hasSize(6);
        assertThat(TrustPage.words(Tier.BOARD))
                .filteredOn(word -> word.word().contains("OC15"))
                .extracting(Block.Definition::text)
                .containsExactly(
                        "No suspect named, and no support; suspect named and support, but not enough evidence.");
        assertThat(TrustPage.words(Tier.BOARD))
                .extracting(Block.Definition::text)
                .anyMatch(text -> text.contains("(DAPN: abuse; DVPO: order)"));
        assertThat(TrustPage.signs())
                .extracting(sign -> sign.state().orElseThrow())
                .containsExactly(State.ACT, State.WATCH, State.NO_CHANGE, State.IMPROVING, State.TOO_FEW);
        assertThat(TrustPage.signs().get(4).word()).isEqualTo("Too few/young");
        assertThat(TrustPage.signs().get(4).text()).contains("too few years on record", "A dash: no chart.");
    }
}
