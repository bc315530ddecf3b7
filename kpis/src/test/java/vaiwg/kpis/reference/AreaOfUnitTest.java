package vaiwg.kpis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.UnitCode;

/** Borders of policing areas move on a day. */
class AreaOfUnitTest {
    private static final CodeMaps MAPS = CodeMaps.of(name -> name.equals("areas.csv")
            ? ReferenceFile.of(name, """
                    force,unit,lpa,valid_from,valid_to
                    one,moved,north,,2023-04-02
                    one,moved,south,2023-04-03,
                    one,closed,north,,2023-04-02
                    other,moved,east,,
                    """)
            : CodeMaps.files(Sites.shipped()).apply(name));

    @Test
    @Tag("pitfall-25")
    void a_unit_is_in_the_area_in_which_it_lay_on_the_day() {
        assertThat(area("moved", "2023-04-02")).isEqualTo("north");
        assertThat(area("moved", "2023-04-03")).isEqualTo("south");
        assertThat(area("closed", "2023-04-02")).isEqualTo("north");
        assertThat(area("closed", "2023-04-03")).isEqualTo("unknown");
        assertThat(area("nowhere", "2023-04-03")).isEqualTo("unknown");
    }

    @Test
    void a_unit_that_is_no_more_is_known() {
        assertThat(MAPS.knowsUnit(UnitCode.in("one", UnitCode.of("closed")))).isTrue();
        assertThat(MAPS.knowsUnit(UnitCode.in("one", UnitCode.of("nowhere")))).isFalse();
    }

    @Test
    void units_of_one_name_are_in_the_areas_of_their_forces() {
        assertThat(area("one", "moved", "2023-04-03")).isEqualTo("south");
        assertThat(area("other", "moved", "2023-04-03")).isEqualTo("east");
        assertThat(area("other", "closed", "2023-04-01")).isEqualTo("unknown");
        assertThat(area("third", "moved", "2023-04-03")).isEqualTo("unknown");
        assertThat(MAPS.knowsUnit(UnitCode.in("other", UnitCode.of("closed")))).isFalse();
        assertThat(UnitCode.in("one", UnitCode.of(" "))).isZero();
    }

    private static String area(String unit, String day) {
        return area("one", unit, day);
    }

    private static String area(String force, String unit, String day) {
        return MAPS.lpas().get(MAPS.lpaOf(UnitCode.in(force, UnitCode.of(unit)), (int)
                LocalDate.parse(day).toEpochDay()));
    }
}
