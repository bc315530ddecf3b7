package vaiwg.kpis.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitCodeTest {
    /** The published test vectors of FNV-1a, 64 bits. */
    @Test
    void a_name_is_hashed_as_published() {
        assertThat(UnitCode.of("a")).isEqualTo(0xaf63dc4c8601ec8cL);
        assertThat(UnitCode.of("foobar")).isEqualTo(0x85944171f73967e8L);
    }

    @Test
    void no_name_is_zero_and_blanks_around_a_name_say_nothing() {
        assertThat(UnitCode.of(null)).isZero();
        assertThat(UnitCode.of(" ")).isZero();
        assertThat(UnitCode.of(" coventry ")).isEqualTo(UnitCode.of("coventry"));
    }
}
