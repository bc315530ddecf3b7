package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SliceTest {
    private static final String RAPE_IN_COVENTRY = "lpa=coventry;theme=rape";

    @Test
    void a_slice_is_taken_apart_as_it_was_put_together() {
        assertThat(Slice.of(new TreeMap<>(Map.of("theme", "rape", "lpa", "coventry"))))
                .isEqualTo(RAPE_IN_COVENTRY);
        assertThat(Slice.dimensions(RAPE_IN_COVENTRY)).isEqualTo(Map.of("lpa", "coventry", "theme", "rape"));
        assertThat(Slice.cuts(RAPE_IN_COVENTRY)).containsExactly("lpa=coventry", "theme=rape");
        assertThat(Slice.cuts("")).isEmpty();
        assertThat(Slice.of(Map.of())).isEmpty();
        assertThat(Slice.dimensions("")).isEmpty();
    }

    @Test
    void the_value_of_a_dimension_is_found_by_its_whole_name() {
        assertThat(Slice.value(RAPE_IN_COVENTRY, "lpa")).hasValue("coventry");
        assertThat(Slice.value(RAPE_IN_COVENTRY, "theme")).hasValue("rape");
        assertThat(Slice.value("lpa=coventry;strand=race", "race")).isEmpty();
        assertThat(Slice.value("report_day=monday", "day")).isEmpty();
        assertThat(Slice.value("", "theme")).isEmpty();
        assertThat(Slice.theme("age=55+;theme=rape")).isEqualTo("rape");
        assertThat(Slice.theme("age=55+")).isEmpty();
    }

    @Test
    void dimensions_stay_in_order_when_one_is_added_or_taken_away() {
        assertThat(Slice.both("theme=rape", "lpa=coventry")).isEqualTo(RAPE_IN_COVENTRY);
        assertThat(Slice.both("", Slice.ofTheme("rape"))).isEqualTo("theme=rape");
        assertThat(Slice.both(Slice.ofTheme(""), "")).isEmpty();
        assertThat(Slice.without("age=55+;lpa=coventry;theme=rape", "lpa")).isEqualTo("age=55+;theme=rape");
        assertThat(Slice.without("theme=rape", "theme")).isEmpty();
    }

    @Test
    void women_and_girls_are_a_theme_of_all_and_a_sex_of_a_theme() {
        assertThat(Slice.ofWomen("")).isEqualTo("theme=vaiwg_female");
        assertThat(Slice.ofWomen("theme=rape")).isEqualTo("sex=female;theme=rape");
        assertThat(Slice.isOfWomen("sex=female;theme=rape")).isTrue();
        assertThat(Slice.isOfWomen("sex=unknown;theme=rape")).isFalse();
    }

    @Test
    void a_value_of_a_measures_own_dimension_is_no_finer_than_a_theme() {
        assertThat(Slice.isFinerThanThemes("")).isFalse();
        assertThat(Slice.isFinerThanThemes("outcome=14;theme=rape")).isFalse();
        assertThat(Slice.isFinerThanThemes(RAPE_IN_COVENTRY)).isTrue();
        assertThat(Slice.isFinerThanThemes("arm=control")).isTrue();
    }
}
