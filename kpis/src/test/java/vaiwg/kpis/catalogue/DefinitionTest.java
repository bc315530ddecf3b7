package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.OUTCOME_14;
import static vaiwg.kpis.facts.Fact.OUTCOME_16;

import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.facts.Expression;

class DefinitionTest {
    private static final String MAPS = "class,theme\n19C,rape\n";

    @Test
    void a_definition_is_twelve_hexadecimal_digits() {
        assertThat(Definition.hash(attrition().reference("1").build(), MAPS)).matches("[0-9a-f]{12}");
    }

    @Test
    void the_same_rule_is_the_same_definition() {
        assertThat(Definition.hash(attrition().reference("1").build(), MAPS))
                .isEqualTo(Definition.hash(attrition().reference("1").build(), MAPS));
    }

    @Test
    void what_a_reader_is_told_is_no_part_of_the_definition() {
        assertThat(Definition.hash(
                        attrition()
                                .title("Another title")
                                .shortTitle("Another")
                                .headline(1)
                                .readBy(Basis.ASSIGNED, Window.days(28))
                                .concerns("another matter")
                                .caveats("Beware.")
                                .reference("2")
                                .build(),
                        MAPS))
                .isEqualTo(Definition.hash(attrition().reference("1").build(), MAPS));
    }

    @Test
    void another_rule_is_another_definition() {
        String before = Definition.hash(attrition().reference("1").build(), MAPS);
        assertThat(Definition.hash(
                        attrition().numerator(OUTCOME_14).reference("1").build(), MAPS))
                .isNotEqualTo(before);
        assertThat(Definition.hash(
                        attrition()
                                .denominator(ACTIVE.and(Expression.not(OUTCOME_14)))
                                .reference("1")
                                .build(),
                        MAPS))
                .isNotEqualTo(before);
        assertThat(Definition.hash(
                        attrition().by(SliceFamily.THEME).reference("1").build(), MAPS))
                .isNotEqualTo(before);
        assertThat(Definition.hash(
                        attrition()
                                .among(Measure.Subject.DECISION_ONCE_DUE)
                                .reference("1")
                                .build(),
                        MAPS))
                .isNotEqualTo(before);
    }

    @Test
    void another_map_is_another_definition() {
        assertThat(Definition.hash(attrition().reference("1").build(), MAPS + "19D,rape\n"))
                .isNotEqualTo(Definition.hash(attrition().reference("1").build(), MAPS));
    }

    @Test
    void a_further_basis_leaves_the_definition_of_the_others_alone() {
        assertThat(Definition.hash(attrition().settled(28).reference("1").build(), MAPS))
                .isEqualTo(Definition.hash(attrition().reference("1").build(), MAPS));
    }

    @Test
    void no_two_shipped_measures_share_a_definition() {
        Catalogue catalogue = ShippedCatalogue.get();
        assertThat(catalogue.measures()).extracting(catalogue::definition).doesNotHaveDuplicates();
    }

    private static MeasureBuilder attrition() {
        return MeasureBuilder.share("attrition")
                .title("A title")
                .in(Priority.CRIMINAL_JUSTICE)
                .definition("What it is.")
                .denominator(ACTIVE)
                .numerator(OUTCOME_16)
                .bases(Basis.ASSIGNED)
                .by(SliceFamily.TOTAL);
    }
}
