package vaiwg.kpis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {
    @ParameterizedTest
    @CsvSource({
        "coventry, Coventry",
        "north_east, North East",
        "avon-and-somerset, Avon and Somerset",
        "unit-1, Unit 1",
        "'', ''"
    })
    void each_word_begins_with_a_capital_letter_but_small_ones(String slug, String name) {
        assertThat(PlaceNames.of(slug)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"north_east, North East", "unknown, area not known"})
    void an_area_that_is_not_known_is_no_place_by_that_name(String lpa, String name) {
        assertThat(PlaceNames.ofArea(lpa)).isEqualTo(name);
    }
}
