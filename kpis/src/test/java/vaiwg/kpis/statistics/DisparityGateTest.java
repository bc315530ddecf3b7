package vaiwg.kpis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisparityGateTest {
    @ParameterizedTest
    @CsvSource({
        "80, 100, true",
        "79, 100, false",
        "799, 1000, false",
        "800, 1000, true",
        "39, 100, false",
        "5, 5, true",
        "0, 0, false"
    })
    void groupsAreComparedFromFourFifthsKnownOn(long known, long whole, boolean open) {
        assertThat(DisparityGate.isOpen(known, whole)).isEqualTo(open);
    }
}
