package vaiwg.kpis.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.kpis.cases.UnitCode;

class DeprivationTest {
    private static final String HEAD = "lsoa,decile,from,source\n";
    private static final String INDEX = "E01009758,2,2019-09-26,index of 2019\n";

    @Test
    void an_area_is_in_the_most_deprived_fifth_by_the_newest_row_of_the_day() {
        Deprivation deprivation = read(INDEX + "E01009758,3,2025-10-30,index of 2025\nE01009759,10,2019-09-26,index\n");
        assertThat(on("E01009758", "2019-09-25", deprivation)).isEmpty();
        assertThat(on("E01009758", "2019-09-26", deprivation)).contains(true);
        assertThat(on(" E01009758 ", "2025-10-29", deprivation)).contains(true);
        assertThat(on("E01009758", "2025-10-30", deprivation)).contains(false);
        assertThat(on("E01009759", "2026-01-01", deprivation)).contains(false);
        assertThat(on("E01000001", "2026-01-01", deprivation)).isEmpty();
        assertThat(on("", "2026-01-01", deprivation)).isEmpty();
    }

    @Test
    void the_shipped_site_knows_no_areas_and_they_are_no_part_of_a_definition() {
        Deprivation shipped = CodeMaps.shipped().deprivation();
        assertThat(shipped.isEmpty()).isTrue();
        assertThat(shipped.text()).isEmpty();
        assertThat(CodeMaps.of(Sites.shipped().with("west-midlands", SiteFile.DEPRIVATION, HEAD + INDEX))
                        .text())
                .isEqualTo(CodeMaps.shipped().text() + HEAD + INDEX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",1,2019-09-26,index | names no area",
                "E01009759,0,2019-09-26,index | has no decile from 1 to 10",
                "E01009759,11,2019-09-26,index | has no decile from 1 to 10",
                "E01009759,1,26.09.2019,index | has no date like 2019-09-26",
                "E01009759,1,2019-09-26, | names no source",
                "E01009758,1,2019-09-26,again | says again how deprived an area is"
            })
    void a_row_that_cannot_be_read_is_rejected_in_a_sentence(String row, String reason) {
        assertThatThrownBy(() -> read(INDEX + row + "\n")).hasMessageContaining("A row of deprivation " + reason);
    }

    private static Deprivation read(String rows) {
        return Deprivation.of(ReferenceFile.of("deprivation.csv", HEAD + rows));
    }

    private static Optional<Boolean> on(String lsoa, String day, Deprivation deprivation) {
        return deprivation.isMostDeprived(
                UnitCode.of(lsoa), Math.toIntExact(LocalDate.parse(day).toEpochDay()));
    }
}
