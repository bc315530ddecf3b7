package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.kpis.reference.CodeMaps;

class DimensionKeyTest {
    @ParameterizedTest
    @EnumSource
    void a_dimension_shares_no_bit_with_another(SliceFamily family) {
        for (SliceFamily other : SliceFamily.values()) {
            if (own(family) != own(other)) {
                assertThat(own(family) & own(other)).as("with %s", other).isZero();
            }
        }
    }

    /** A stratum is made of the themes too, which have bits of their own. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "POLICE_STRATUM")
    void a_dimension_has_room_for_all_of_its_values(SliceFamily family) {
        if (own(family) != 0) {
            assertThat(family.secondSize(CodeMaps.shipped())).isLessThanOrEqualTo(1 << Long.bitCount(own(family)));
        }
    }

    private static long own(SliceFamily family) {
        return family.bits() & ~DimensionKey.ALL_THEMES;
    }
}
