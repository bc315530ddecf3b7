package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SignalTitlesTest {
    @Test
    void a_figure_is_called_as_the_dictionary_calls_its_measure_and_the_value_of_its_dimension() {
        Map<String, String> values = Map.of("reason=fear", "fear of reprisal", "reason=delay", "delay");
        assertThat(SignalTitles.of("Why victims leave", values, "reason=fear;theme=rape"))
                .isEqualTo("Why victims leave: Fear of reprisal, rape");
        assertThat(SignalTitles.of("Repeat DA", Map.of(), "lpa=solihull;theme=stalking_harassment"))
                .isEqualTo("Repeat DA: Solihull, stalking and harassment");
        assertThat(SignalTitles.of("Repeat DA", Map.of(), "")).isEqualTo("Repeat DA");
    }
}
