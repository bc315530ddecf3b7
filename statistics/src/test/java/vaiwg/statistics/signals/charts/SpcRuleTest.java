package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples by which NHS-R's NHSRplotthedots, the package of Making Data Count, is tested. */
class SpcRuleTest {
    @Test
    void seven_on_one_side() {
        assertThat(sides(SpcRule.SHIFT, 1, 1, 1, 1, 1, 1)).containsOnly(0);
        assertThat(sides(SpcRule.SHIFT, 1, 1, 1, 1, 1, 1, -1)).containsOnly(0);
        assertThat(sides(SpcRule.SHIFT, 1, 1, 1, 1, 1, 1, 1, 1, -1)).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 0);
        assertThat(sides(SpcRule.SHIFT, -1, -1, -1, -1, -1, -1, -1, -1, 1))
                .containsExactly(0, 0, 0, 0, 0, 0, -1, -1, 0);
    }

    @Test
    void seven_trending() {
        assertThat(sides(SpcRule.TREND, 1, 2, 3, 4, 5, 6)).containsOnly(0);
        assertThat(sides(SpcRule.TREND, 1, 2, 3, 3, 4, 5, 6)).containsOnly(0);
        assertThat(sides(SpcRule.TREND, 1, 2, 3, 4, 5, 6, 7)).containsExactly(0, 0, 0, 0, 0, 0, 1);
        assertThat(sides(SpcRule.TREND, 2, 1, 2, 3, 4, 5, 6, 7, 3)).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 0);
        assertThat(sides(SpcRule.TREND, 7, 6, 5, 4, 3, 2, 1)).containsExactly(0, 0, 0, 0, 0, 0, -1);
        assertThat(sides(SpcRule.TREND, 2, 7, 6, 5, 4, 3, 2, 1, 3)).containsExactly(0, 0, 0, 0, 0, 0, 0, -1, 0);
    }

    @Test
    void two_of_three_in_the_outer_third() {
        double near = 2.5;
        assertThat(sides(SpcRule.OUTER_THIRD, near, 0, near)).containsExactly(0, 0, 1);
        assertThat(sides(SpcRule.OUTER_THIRD, 0, near, near)).containsExactly(0, 0, 1);
        assertThat(sides(SpcRule.OUTER_THIRD, 0, 0, near, 0, near, 0, 0)).containsExactly(0, 0, 0, 0, 1, 0, 0);
        assertThat(sides(SpcRule.OUTER_THIRD, near, 0, 0, near)).containsOnly(0);
        assertThat(sides(SpcRule.OUTER_THIRD, near, 0, 0, near, near)).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void opposite_limits_do_not_add_up() {
        assertThat(sides(SpcRule.OUTER_THIRD, 0, 2.5, -2.5)).containsOnly(0);
    }

    @Test
    void a_point_on_the_limit_is_inside() {
        assertThat(sides(SpcRule.OUTSIDE, 3, 3.01, -3.01, 0)).containsExactly(0, 1, -1, 0);
    }

    /** The mean of changes of a stock that cancel out was 1.4e-19. */
    @Test
    void what_is_left_of_numbers_that_cancel_out_is_no_side() {
        double left = -1.4e-19 / 0.011;
        assertThat(sides(SpcRule.SHIFT, left, left, left, left, left, left, left))
                .containsOnly(0);
    }

    private static int[] sides(SpcRule rule, double... positions) {
        List<ChartPoint> points = Arrays.stream(positions)
                .mapToObj(position -> new ChartPoint(new Block(0, 0, 0), position, new Limits(-3, 0, 3, 1)))
                .toList();
        int[] sides = new int[positions.length];
        Arrays.setAll(sides, index -> rule.sideAt(points, index));
        return sides;
    }
}
