package vaiwg.kpis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForceTitlesTest {
    @ParameterizedTest
    @CsvSource({
        "west-midlands, West Midlands, West Midlands Police",
        "city-of-london, City of London, City of London Police",
        "avon-and-somerset, Avon and Somerset, Avon and Somerset Police",
        "devon-and-cornwall, Devon and Cornwall, Devon and Cornwall Police",
        "dyfed-powys, Dyfed-Powys, Dyfed-Powys Police",
        "btp, British Transport Police, British Transport Police"
    })
    void a_force_has_one_name_wherever_it_is_named(String slug, String title, String police) {
        assertThat(ForceTitles.of(slug)).isEqualTo(title);
        assertThat(ForceTitles.police(slug)).isEqualTo(police);
    }
}
