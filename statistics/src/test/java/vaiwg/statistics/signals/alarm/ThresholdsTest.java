package vaiwg.statistics.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.ReferenceFile;

class ThresholdsTest {
    private final Thresholds table =
            Thresholds.of(ReferenceFile.of("thresholds", "# a table\ninformation,rise,fall\n1,2,5\n4,3,7\n16,4,8"));

    @Test
    void lie_between_the_rows_by_the_logarithm_of_the_information() {
        assertThat(table.of(4, Shift.RISE)).isEqualTo(3);
        assertThat(table.of(2, Shift.RISE)).isCloseTo(2.5, within(1e-12));
        assertThat(table.of(8, Shift.FALL)).isCloseTo(7.5, within(1e-12));
    }

    @Test
    void beyond_the_ends_are_those_of_the_ends() {
        assertThat(table.of(0.1, Shift.RISE)).isEqualTo(2);
        assertThat(table.of(99, Shift.FALL)).isEqualTo(8);
    }
}
