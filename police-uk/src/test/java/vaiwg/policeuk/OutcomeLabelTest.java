package vaiwg.policeuk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomeLabelTest {
    /** The Home Office types that a published label can stand for alone; 14, 15 and 16 are not among them. */
    private static final Set<String> TYPES_TOLD_APART = Set.of("1", "6", "7", "8", "18", "20", "21", "22");

    private final Map<String, OutcomeLabel> table = OutcomeLabel.table();

    @Test
    void no_label_gives_a_type_that_the_publisher_does_not_tell_apart() {
        assertThat(table.values())
                .extracting(OutcomeLabel::outcomeType)
                .filteredOn(type -> type != null)
                .isSubsetOf(TYPES_TOLD_APART);
    }

    @Test
    void every_label_has_a_group() {
        assertThat(table.values()).allMatch(label -> label.outcomeGroup().matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void a_court_result_is_always_a_charge_that_stands() {
        assertThat(table.values())
                .filteredOn(OutcomeLabel::courtResult)
                .hasSize(13)
                .extracting(OutcomeLabel::outcomeType)
                .containsOnly("1");
    }

    @Test
    void only_one_label_is_a_charge() {
        assertThat(table.values())
                .filteredOn(OutcomeLabel::charge)
                .extracting(OutcomeLabel::label)
                .containsExactly("Suspect charged");
    }
}
