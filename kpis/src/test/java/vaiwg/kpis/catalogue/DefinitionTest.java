package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.OneMeasure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class DefinitionTest {
    private static final String MAPS = "class,theme\n19C,rape\n";

    @Test
    void a_definition_is_twelve_hexadecimal_digits() {
        assertThat(hash()).matches("[0-9a-f]{12}");
    }

    @Test
    void the_same_rule_is_the_same_definition() {
        assertThat(hash()).isEqualTo(hash());
    }

    @Test
    void what_a_reader_is_told_is_no_part_of_the_definition() {
        assertThat(hash(
                        "title: Another title",
                        "short_title: Another",
                        "headline: 1",
                        "read_by: {basis: assigned, window: 28d}",
                        "concern: another matter",
                        "caveats: Beware.",
                        "paper: \"2\""))
                .isEqualTo(hash());
    }

    @Test
    void another_rule_is_another_definition() {
        assertThat(hash("numerator: outcome_14")).isNotEqualTo(hash());
        assertThat(hash("denominator: active and not outcome_14")).isNotEqualTo(hash());
        assertThat(hash("by: [total, theme]")).isNotEqualTo(hash());
        assertThat(hash("among: decision_once_due")).isNotEqualTo(hash());
    }

    @Test
    void another_map_is_another_definition() {
        assertThat(Definition.hash(attrition(), MAPS + "19D,rape\n")).isNotEqualTo(hash());
    }

    @Test
    void a_further_basis_leaves_the_definition_of_the_others_alone() {
        assertThat(hash("bases: [assigned, settled_28d]")).isEqualTo(hash());
    }

    @Test
    void no_two_shipped_measures_share_a_definition() {
        Catalogue catalogue = ShippedCatalogue.get();
        assertThat(catalogue.measures()).extracting(catalogue::definition).doesNotHaveDuplicates();
    }

    private static String hash(String... lines) {
        return Definition.hash(attrition(lines), MAPS);
    }

    private static Measure attrition(String... lines) {
        return OneMeasure.of(
                "attrition",
                Stream.concat(Stream.of("kind: share", "numerator: outcome_16", "bases: assigned"), Stream.of(lines))
                        .toArray(String[]::new));
    }
}
