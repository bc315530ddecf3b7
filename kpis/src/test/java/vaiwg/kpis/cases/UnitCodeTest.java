package vaiwg.kpis.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitCodeTest {
    /** The published test vectors of FNV-1a, 64 bits. */
    @Test
    void aNameIsHashedAsPublished() {
        assertThat(UnitCode.of("a")).isEqualTo(0xaf63dc4c8601ec8cL);
        assertThat(UnitCode.of("foobar")).isEqualTo(0x85944171f73967e8L);
    }

    @Test
    void noNameIsZeroAndBlanksAroundANameSayNothing() {
        assertThat(UnitCode.of(null)).isZero();
        assertThat(UnitCode.of(" ")).isZero();
        assertThat(UnitCode.of(" coventry ")).isEqualTo(UnitCode.of("coventry"));
    }
}
