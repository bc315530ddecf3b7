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
    void aDefinitionIsTwelveHexadecimalDigits() {
        assertThat(Definition.hash(attrition().answersTo("1"), MAPS)).matches("[0-9a-f]{12}");
    }

    @Test
    void theSameRuleIsTheSameDefinition() {
        assertThat(Definition.hash(attrition().answersTo("1"), MAPS))
                .isEqualTo(Definition.hash(attrition().answersTo("1"), MAPS));
    }

    @Test
    void whatAReaderIsToldIsNoPartOfTheDefinition() {
        assertThat(Definition.hash(
                        attrition()
                                .title("Another title")
                                .shortTitle("Another")
                                .headline(1)
                                .readBy(Basis.ASSIGNED, 28)
                                .concerns("another matter")
                                .caution("Beware.")
                                .answersTo("2"),
                        MAPS))
                .isEqualTo(Definition.hash(attrition().answersTo("1"), MAPS));
    }

    @Test
    void anotherRuleIsAnotherDefinition() {
        String before = Definition.hash(attrition().answersTo("1"), MAPS);
        assertThat(Definition.hash(attrition().counting(OUTCOME_14).answersTo("1"), MAPS))
                .isNotEqualTo(before);
        assertThat(Definition.hash(
                        attrition().of(ACTIVE.and(Expression.not(OUTCOME_14))).answersTo("1"), MAPS))
                .isNotEqualTo(before);
        assertThat(Definition.hash(attrition().by(SliceFamily.THEME).answersTo("1"), MAPS))
                .isNotEqualTo(before);
        assertThat(Definition.hash(attrition().onceTheTimeToTellIsOver().answersTo("1"), MAPS))
                .isNotEqualTo(before);
    }

    @Test
    void anotherMapIsAnotherDefinition() {
        assertThat(Definition.hash(attrition().answersTo("1"), MAPS + "19D,rape\n"))
                .isNotEqualTo(Definition.hash(attrition().answersTo("1"), MAPS));
    }

    @Test
    void aFurtherBasisLeavesTheDefinitionOfTheOthersAlone() {
        assertThat(Definition.hash(attrition().settled(28).answersTo("1"), MAPS))
                .isEqualTo(Definition.hash(attrition().answersTo("1"), MAPS));
    }

    @Test
    void noTwoShippedMeasuresShareADefinition() {
        Catalogue catalogue = ShippedCatalogue.get();
        assertThat(catalogue.measures()).extracting(catalogue::definition).doesNotHaveDuplicates();
    }

    private static MeasureBuilder attrition() {
        return MeasureBuilder.share("attrition")
                .title("A title")
                .in(Priority.CRIMINAL_JUSTICE)
                .means("What it is.")
                .of(ACTIVE)
                .counting(OUTCOME_16)
                .bases(Basis.ASSIGNED)
                .by(SliceFamily.TOTAL);
    }
}
