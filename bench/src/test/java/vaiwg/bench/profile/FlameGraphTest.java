package vaiwg.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FlameGraphTest {
    @Test
    void a_bar_is_as_wide_as_its_part_of_the_samples_and_what_is_called_less_stands_beside() {
        String svg = FlameGraph.svg(Map.of("Cases;vaiwg.A.<init>", 3L, "Cases;vaiwg.B.run", 1L), "two frames");
        assertThat(svg)
                .contains("<title>Cases, 100.0 %</title>")
                .contains("<title>vaiwg.A.&lt;init&gt;, 75.0 %</title>\n<rect x=\"0.0\" y=\"24\" width=\"900.0\"")
                .contains("<title>vaiwg.B.run, 25.0 %</title>\n<rect x=\"900.0\" y=\"24\" width=\"300.0\"");
    }

    @Test
    void what_is_too_narrow_to_be_seen_is_not_drawn() {
        String svg = FlameGraph.svg(Map.of("Cases;vaiwg.A.run", 100_000L, "Cases;vaiwg.B.run", 1L), "one frame");
        assertThat(svg).contains("vaiwg.A.run").doesNotContain("vaiwg.B.run");
    }
}
