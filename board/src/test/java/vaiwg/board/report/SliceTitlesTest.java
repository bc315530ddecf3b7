package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTitlesTest {
    @ParameterizedTest
    @CsvSource({
        "lpa=coventry, Coventry",
        "lpa=north_east, North East",
        "lpa=north_east;theme=rape, 'North East, rape'",
        "lpa=unknown, Area not known",
        "theme=other_sexual, Other sexual offences"
    })
    void a_slice_is_called_by_the_names_of_its_area_and_theme(String slice, String title) {
        assertThat(SliceTitles.title(slice)).isEqualTo(title);
    }
}
