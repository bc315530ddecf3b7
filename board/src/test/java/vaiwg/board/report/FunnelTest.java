package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.SeriesKey;

class FunnelTest {
    private final Figure ended = figure("victim_attrition", 1_796, 3_952);
    private final Figure charged = figure("charge_rate", 177, 3_952);

    /** Half of the reports were on no bar, and nothing said what became of them. */
    @Test
    void what_is_on_no_step_is_the_rest_of_the_whole() {
        assertThat(Funnel.rest(List.of(ended, charged))).contains(1_979);
        assertThat(Funnel.rest(List.of(figure("substitution", 79, 3_952), ended, charged)))
                .contains(1_900);
    }

    @Test
    void there_is_no_rest_where_a_step_is_withheld_or_of_other_cases() {
        assertThat(Funnel.rest(List.of(ended, charged.without(Figure.State.SUPPRESSED))))
                .isEmpty();
        assertThat(Funnel.rest(List.of(ended.without(Figure.State.SUPPRESSED), charged)))
                .isEmpty();
        assertThat(Funnel.rest(List.of(ended, figure("charge_rate", 177, 3_953))))
                .isEmpty();
    }

    private static Figure figure(String kpi, int numerator, int denominator) {
        return SampleReport.share(new SeriesKey(kpi, "settled_365d", "365d", "theme=rape"), numerator, denominator);
    }
}
