package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.MeasureEntry.Kind;
import vaiwg.board.figures.Reading;

class ChartNamesTest {
    @Test
    void a_figure_says_for_how_long_its_cases_are_followed_by_the_name_of_page_1_where_that_says_it() {
        MeasureEntry charged = named("Charged or summonsed", "Charged within 180 days");
        assertThat(ChartNames.of(charged, "settled_180d")).isEqualTo("Charged within 180 days");
        assertThat(ChartNames.of(charged, "settled_365d")).isEqualTo("Charged or summonsed within 365 days");
        assertThat(ChartNames.of(charged, "to_date")).isEqualTo("Charged or summonsed");
        assertThat(ChartNames.of(named("Victim attrition", ""), "matured_90d"))
                .isEqualTo("Victim attrition within 90 days");
    }

    @Test
    void a_name_that_says_a_time_has_none_added() {
        assertThat(ChartNames.of(named("Referred in 2 days (contact log)", ""), "settled_7d"))
                .isEqualTo("Referred in 2 days (contact log)");
    }

    private static MeasureEntry named(String shortTitle, String name) {
        return new MeasureEntry(
                "charge_rate",
                "criminal_justice",
                shortTitle,
                shortTitle,
                "-",
                "",
                "up",
                "the leads",
                Kind.SHARE,
                false,
                "",
                4,
                name,
                "",
                1,
                Optional.of(new Reading("settled_180d", "365d")),
                Optional.empty(),
                false,
                false,
                Map.of());
    }
}
