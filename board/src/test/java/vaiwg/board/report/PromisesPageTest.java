package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;
import vaiwg.schemas.Standing;

class PromisesPageTest {
    private final Block.Row meets = row(State.NOT_CHARTED, TargetState.MEETS, 100);
    private final Block.Row misses = row(State.NO_CHANGE, TargetState.SHORT, 80);
    private final Block.Row acts = row(State.ACT, TargetState.NONE, 80);
    private final Block.Row seldom = row(State.NO_CHANGE, TargetState.NONE, 40);

    @Test
    void a_figure_contradicts_what_is_said_to_be_well_where_it_is_short_of_its_target_or_to_be_acted_on() {
        for (Standing well : List.of(Standing.ON_COURSE, Standing.DONE)) {
            assertThat(PromisesPage.contradiction(well, List.of(meets, misses))).contains(misses);
            assertThat(PromisesPage.contradiction(well, List.of(meets, acts))).contains(acts);
            assertThat(PromisesPage.contradiction(well, List.of(meets))).isEmpty();
        }
        assertThat(PromisesPage.contradiction(Standing.DONE, List.of(seldom))).contains(seldom);
        assertThat(PromisesPage.contradiction(Standing.ON_COURSE, List.of(seldom)))
                .isEmpty();
    }

    @Test
    void a_target_that_is_met_contradicts_what_is_said_to_be_behind_unless_another_figure_misses_its_own() {
        assertThat(PromisesPage.contradiction(Standing.BEHIND, List.of(seldom, meets)))
                .contains(meets);
        assertThat(PromisesPage.contradiction(Standing.BEHIND, List.of(meets, misses)))
                .isEmpty();
        assertThat(PromisesPage.contradiction(Standing.BEHIND, List.of(misses, seldom)))
                .isEmpty();
    }

    private static Block.Row row(State state, TargetState met, int of100) {
        Figure figure = Figure.without(
                        new SeriesKey("easi_completion", "stock", "all", ""),
                        Periods.AS_AT,
                        Unit.SHARE,
                        Figure.State.NONE)
                .with(of100, 100, of100 / 100.0, Figure.State.SHOWN);
        return new Block.Row(
                "EASI programme completed",
                "",
                Better.UP,
                figure,
                "",
                false,
                new FigureChange(Double.NaN, Unit.SHARE),
                List.of(),
                state,
                Optional.empty(),
                met,
                List.of());
    }
}
