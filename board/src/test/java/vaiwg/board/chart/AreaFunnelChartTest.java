package vaiwg.board.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Unit;

class AreaFunnelChartTest {
    private static final int OUTSIDE = 17;
    private static final int WITHHELD = 18;

    @Test
    void of_sixty_areas_each_is_a_dot_and_the_one_outside_is_a_ring_with_its_name() {
        String svg = AreaFunnelChart.draw(areas("Rape"), 703);
        assertThat(svg.split("class=\"k-point\"", -1)).hasSize(60 - 2 + 1);
        assertThat(svg.split("class=\"k-hollow\"", -1)).hasSize(2);
        assertThat(Pattern.compile(">(Area \\d+)<").matcher(svg).results().map(found -> found.group(1)))
                .containsExactly("Area " + OUTSIDE);
        assertThat(svg).doesNotContain("NaN", "Area " + WITHHELD);
    }

    @Test
    void it_is_said_in_words_too() {
        assertThat(AreaFunnelChart.outside(areas("Rape")))
                .containsExactly(new AreaFunnelChart.Outside("Rape", "Area 17 50.0% (135 of 270)"));
        assertThat(AreaFunnelChart.draw(areas("Rape"), 703))
                .contains("Beyond the band, Rape: Area 17 50.0% (135 of 270).");
        assertThat(AreaFunnelChart.outside(new AreaDots("", "", List.of(), "", "")))
                .isEmpty();
    }

    /** Area i has 100 + 10 i cases, a third of which count, but for two areas. */
    private static AreaDots areas(String theme) {
        List<AreaDots.Dot> dots = IntStream.range(0, 60)
                .mapToObj(i -> i == WITHHELD
                        ? new AreaDots.Dot(
                                "Area " + i,
                                figure(0, 0).without(Figure.State.SUPPRESSED),
                                Double.NaN,
                                Double.NaN,
                                Double.NaN,
                                Double.NaN,
                                false,
                                false)
                        : dot(i, 100 + 10 * i))
                .toList();
        return new AreaDots(
                "One area stands apart", "", List.of(new AreaDots.Column(theme, 1 / 3.0, dots)), "", "Areas.");
    }

    private static AreaDots.Dot dot(int i, int cases) {
        double half = 1.96 * Math.sqrt(2 / 9.0 / cases);
        return new AreaDots.Dot(
                "Area " + i,
                figure(i == OUTSIDE ? cases / 2 : cases / 3, cases),
                1 / 3.0 - half,
                1 / 3.0 + half,
                1 / 3.0 - 1.6 * half,
                1 / 3.0 + 1.6 * half,
                i == OUTSIDE,
                i == OUTSIDE);
    }

    private static Figure figure(int numerator, int denominator) {
        return new Figure(
                "victim_attrition",
                "settled_90d",
                "365d",
                "",
                LocalDate.of(2026, 11, 26),
                Unit.SHARE,
                numerator,
                denominator,
                (double) numerator / denominator,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }
}
