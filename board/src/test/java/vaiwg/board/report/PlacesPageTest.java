package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacesPageTest {
    private static final String ABUSE = "domestic_abuse";

    @Test
    void the_force_has_the_theme_of_its_areas_and_the_total_where_a_measure_is_of_one_theme_alone() {
        assertThat(PlacesPage.ofForce(
                        Set.of("", "theme=rape", "theme=domestic_abuse", "lpa=solihull;theme=domestic_abuse"),
                        "",
                        ABUSE))
                .isEqualTo("theme=domestic_abuse");
        assertThat(PlacesPage.ofForce(Set.of("", "lpa=solihull;theme=domestic_abuse"), "", ABUSE))
                .isEmpty();
    }

    @Test
    void a_value_of_a_dimension_stays_and_themes_of_other_values_tell_nothing_of_it() {
        Set<String> published = Set.of(
                "characteristic=sex",
                "characteristic=age;theme=rape",
                "characteristic=sex;lpa=solihull;theme=domestic_abuse");
        assertThat(PlacesPage.ofForce(published, "characteristic=sex", ABUSE)).isEqualTo("characteristic=sex");
        assertThat(PlacesPage.ofForce(published, "characteristic=age", ABUSE))
                .isEqualTo("characteristic=age;theme=domestic_abuse");
    }
}
