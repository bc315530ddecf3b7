package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartOfMatterTest {
    @Test
    void the_chart_beside_a_matter_says_for_how_long_its_cases_were_followed() {
        BlockPoint point = new BlockPoint(
                LocalDate.of(2026, 7, 24),
                LocalDate.of(2026, 8, 20),
                0.455,
                0.252,
                0.325,
                0.399,
                168,
                369,
                Optional.empty(),
                false);
        assertThat(ChartOfMatter.sentence(point, "90 days", LocalDate.of(2026, 11, 24)))
                .isEqualTo("Its chart follows cases for 90 days: 168 of 369 (45.5%), 24 Jul to 20 Aug.");
    }
}
