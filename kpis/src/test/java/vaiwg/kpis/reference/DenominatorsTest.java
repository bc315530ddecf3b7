package vaiwg.kpis.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenominatorsTest {
    private static final String HEAD = "force,population,lpa,from,number,source\n";
    private static final String CENSUS = "north,female_residents,,2021-03-21,1000,census 2021\n";

    @Test
    void a_figure_counts_from_its_day_on_until_the_next() {
        Denominators denominators = read(CENSUS + "north,female_residents,,2023-06-30,1100,estimate of mid 2023\n");

        assertThat(on("2021-03-20", denominators)).isZero();
        assertThat(on("2021-03-21", denominators)).isEqualTo(1000);
        assertThat(on("2023-06-29", denominators)).isEqualTo(1000);
        assertThat(on("2023-06-30", denominators)).isEqualTo(1100);
    }

    @Test
    void a_policing_area_another_force_and_another_population_have_figures_of_their_own() {
        Denominators denominators = read(CENSUS + "north,female_residents,harbour,2021-03-21,300,census 2021\n");
        int day = day("2022-01-01");

        assertThat(denominators.on(day, "north", Population.FEMALE_RESIDENTS, "harbour"))
                .isEqualTo(300);
        assertThat(denominators.on(day, "north", Population.FEMALE_RESIDENTS, "unknown"))
                .isZero();
        assertThat(denominators.on(day, "south", Population.FEMALE_RESIDENTS, ""))
                .isZero();
        assertThat(denominators.on(day, "north", Population.WORKFORCE, "")).isZero();
    }

    @Test
    void the_shipped_site_has_no_figures() {
        assertThat(Sites.shipped().file(SiteFile.DENOMINATORS).rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "north,ghosts,,2021-03-21,1000,census | names an unknown population",
                "north,workforce,,21.03.2021,1000,census | has no date like 2021-03-21",
                "north,workforce,,2021-03-21,0,census | has no whole number above 0",
                "north,workforce,,2021-03-21,1000, | names no source",
                "north,female_residents,,2021-03-21,1001,again | says again how many they are"
            })
    void a_row_that_cannot_be_read_is_rejected_in_a_sentence(String row, String reason) {
        assertThatThrownBy(() -> read(CENSUS + row + "\n")).hasMessageContaining("A row of denominators " + reason);
    }

    private static Denominators read(String rows) {
        return Denominators.of(ReferenceFile.of("denominators.csv", HEAD + rows));
    }

    private static int on(String date, Denominators denominators) {
        return denominators.on(day(date), "north", Population.FEMALE_RESIDENTS, Denominators.WHOLE_FORCE);
    }

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }
}
