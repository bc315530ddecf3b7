package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AreaKnownTest {
    private static final Figure FIGURE = Figure.without(
            "victim_attrition", "recorded", "365d", "", LocalDate.of(2026, 11, 26), Unit.SHARE, Figure.State.NONE);

    private static AreaKnown of(int unknown, int all) {
        return AreaKnown.of("Victim attrition", FIGURE, unknown, all);
    }

    @Test
    void the_nearest_whole_percentage_is_told_and_from_95_on_no_more() {
        assertThat(of(175, 1_000).percent()).isEqualTo(83);
        assertThat(of(176, 1_000).percent()).isEqualTo(82);
        assertThat(of(1_000, 1_000).percent()).isZero();
        assertThat(of(55, 1_000)).matches(AreaKnown::isEnough);
        assertThat(of(0, 1_000)).isEqualTo(of(55, 1_000));
        assertThat(of(56, 1_000).percent()).isEqualTo(94);
    }

    @Test
    void of_few_cases_it_is_not_told() {
        assertThat(of(80, 300).isShown()).isFalse();
        assertThat(of(2, 60).isShown()).isFalse();
        assertThat(of(2, 80)).matches(AreaKnown::isEnough);
    }

    /** By trying every number: these, and no others, have the same percentage, and there are five at least. */
    @Test
    void what_is_told_leaves_the_numbers_between_two_possible() {
        for (int all = 1; all < 1_200; all += 7) {
            for (int unknown = 0; unknown <= all; unknown++) {
                AreaKnown row = of(unknown, all);
                if (row.isShown()) {
                    int whole = all;
                    int[] alike = IntStream.rangeClosed(0, all)
                            .filter(other -> nearest(other, whole) == row.percent())
                            .toArray();
                    assertThat(new int[] {row.fewest(all), row.most(all)})
                            .isEqualTo(new int[] {alike[0], alike[alike.length - 1]});
                    assertThat(alike.length).isGreaterThanOrEqualTo(5);
                }
            }
        }
    }

    private static long nearest(int unknown, int all) {
        return Math.min(95, Math.round(100.0 * (all - unknown) / all));
    }
}
