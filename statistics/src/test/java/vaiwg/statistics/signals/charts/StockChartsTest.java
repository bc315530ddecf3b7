package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.OneMeasure;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.Signal.Change;
import vaiwg.statistics.signals.Signal.State;

/** What stands at an instant is charted by how it changes. */
class StockChartsTest {
    private static final int[] CHANGES = {4, -3, 6, -5, 2, -4, 5, -6, 3, -2, 4, -3};

    private final OneFigure orders = new OneFigure(OneMeasure.of(
            "orders", "denominator: shpo_in_force", "among: step_in_stock", "bases: stock", "better: down"));
    private final OneFigure open =
            new OneFigure(OneMeasure.of("open", "kind: share", "older_than: 90d", "bases: stock", "better: down"));
    private final int longAgo = OneFigure.FIRST - 2_000;
    private int level = 400;

    @Test
    void its_first_point_is_the_second_block_end_after_its_run_in() {
        int from = OneFigure.FIRST - 365 + 1;
        assertThat(orders.close(400, 0, from).readings())
                .as("before the run-in is over")
                .isEmpty();
        assertThat(orders.close(404, 0, from).readings())
                .as("one change has no limits")
                .isEmpty();
        assertThat(orders.close(401, 0, from).readings()).singleElement().satisfies(reading -> {
            assertThat(reading.blocks().blocks()).isEqualTo(2);
            assertThat(reading.value()).isEqualTo(-3);
            assertThat(reading.block().numerator()).isEqualTo(401);
            assertThat(reading.block().firstDay()).isEqualTo(orders.cutOff() - 28);
            assertThat(reading.isTrial()).isTrue();
        });
    }

    @Test
    void what_is_to_be_old_needs_so_many_days_more() {
        int from = OneFigure.FIRST - 365;
        for (int block = 1; block < 5; block++) {
            assertThat(open.close(100 + block % 2 * 20, 400, from).readings()).isEmpty();
        }
        assertThat(open.close(100, 400, from).readings()).as("the first change").isEmpty();
        assertThat(open.close(120, 400, from).readings()).hasSize(1);
    }

    @Test
    void limits_are_those_of_its_changes_on_either_side_of_none() {
        Limits limits = ordinary(orders).limits();
        assertThat(limits.centre()).isCloseTo(1 / 12.0, within(1e-12));
        assertThat(limits.lower()).isNegative();
        double ranges = 0;
        for (int i = 1; i < CHANGES.length; i++) {
            ranges += Math.abs(CHANGES[i] - CHANGES[i - 1]);
        }
        assertThat(limits.sigma()).isCloseTo(ranges / 11 / 1.128, within(1e-12));
    }

    @Test
    void a_level_that_grew_once_and_stays_is_told_once_in_plain_words() {
        ordinary(orders);
        orders.restart();
        level += 60;
        ForceCharts.Closing grown = orders.close(level, 0, longAgo);
        assertThat(grown.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.blocks().kind()).isEqualTo(ChartKind.CHANGE);
            assertThat(reading.variation()).contains(Variation.CONCERN);
            assertThat(reading.assurance(OptionalDouble.of(1))).isEmpty();
            assertThat(reading.dispersion()).isEqualTo(1);
        });
        level += 55;
        assertThat(orders.close(level, 0, longAgo).signals())
                .as("a second block confirms it")
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.state()).isEqualTo(State.ACT);
                    assertThat(signal.window()).isEqualTo("all");
                    assertThat(signal.basis()).isEqualTo("stock");
                    assertThat(signal.observed()).isEqualTo(55);
                    assertThat(signal.n()).isEqualTo(level);
                    assertThat(signal.paragraph())
                            .contains("516, up 55 from 461, above the upper limit of ", " (usual +0.1), since ")
                            .contains("Find the cause; a steady force gets four to ten yearly");
                });
        assertThat(orders.close(level, 0, longAgo).signals())
                .as("a level that stays is ordinary, however high")
                .extracting(Signal::change)
                .containsExactly(Change.ENDED);
    }

    @Test
    void of_a_share_the_points_by_which_it_changed_are_told() {
        ordinary(open);
        for (int block = 0; block < 2; block++) {
            level += 60;
            assertThat(open.close(level, 1_000, longAgo).readings())
                    .singleElement()
                    .satisfies(reading -> assertThat(reading.value()).isCloseTo(0.06, within(1e-12)));
        }
        level -= 200;
        ForceCharts.Closing shrunk = open.close(level, 1_000, longAgo);
        assertThat(shrunk.readings().get(0).variation()).contains(Variation.IMPROVEMENT);
        assertThat(shrunk.signals()).extracting(Signal::change).containsExactly(Change.ENDED, Change.RAISED);
        assertThat(shrunk.signals())
                .first()
                .satisfies(signal -> assertThat(signal.paragraph())
                        .contains("321 of 1,000 (32.1%), down 20.0 points from 52.1%, usual 0.0, limits ")
                        .endsWith("(a change above the usual one) has ended: this period gives another signal."));
    }

    /** A backlog that grows is never better, and one that shrinks is no concern, however unusual the change is. */
    @Test
    void a_stock_that_moves_by_less_than_usual_is_neither_better_nor_a_concern() {
        open.close(level, 10_000, longAgo);
        for (int change : CHANGES) {
            level += 60 + change;
            open.close(level, 10_000, longAgo);
        }
        level += 5;
        assertThat(open.close(level, 10_000, longAgo).readings())
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.completed().orElseThrow().side()).isNegative();
                    assertThat(reading.variation()).contains(Variation.NEUTRAL);
                });
        level -= 5;
        assertThat(open.close(level, 10_000, longAgo).readings())
                .singleElement()
                .satisfies(reading -> assertThat(reading.variation()).contains(Variation.IMPROVEMENT));
    }

    @Test
    void where_an_end_has_too_few_cases_neither_its_block_nor_the_next_has_a_change() {
        ordinary(open);
        assertThat(open.close(10, 20, longAgo).readings()).isEmpty();
        assertThat(open.close(level, 1_000, longAgo).readings()).isEmpty();
        assertThat(open.close(level + 4, 1_000, longAgo).readings())
                .singleElement()
                .satisfies(reading -> assertThat(reading.blocks().blocks()).isEqualTo(CHANGES.length + 1));
    }

    @Test
    void a_stock_that_hardly_changes_has_no_limits() {
        level = 40;
        orders.close(level, 0, longAgo);
        for (int block = 0; block < 15; block++) {
            assertThat(orders.close(level + block % 3, 0, longAgo).readings()).isEmpty();
        }
    }

    /** Twelve blocks that make limits; the level is then one above where it began. */
    private ChartReading ordinary(OneFigure figure) {
        int denominator = figure == orders ? 0 : 1_000;
        figure.close(level, denominator, longAgo);
        List<ChartReading> readings = List.of();
        for (int change : CHANGES) {
            level += change;
            readings = figure.close(level, denominator, longAgo).readings();
        }
        assertThat(readings)
                .singleElement()
                .satisfies(twelfth -> assertThat(twelfth.isTrial()).isFalse());
        return readings.get(0);
    }
}
