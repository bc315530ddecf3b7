package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;

class StockNoteTest {
    /** "+8 of 29" beside "No change" read as a contradiction. */
    @Test
    void a_stock_that_grew_by_as_much_as_chance_gives_says_so() {
        assertThat(note(row("stock", State.NO_CHANGE, 8)))
                .isEqualTo("As it is. No change: chance gives as great a difference from a year before"
                        + " (Action plans overdue +8).");
    }

    @Test
    void nothing_is_said_of_what_became_less_or_is_no_stock_or_is_called_otherwise() {
        assertThat(note(row("stock", State.NO_CHANGE, -7))).isEqualTo("As it is.");
        assertThat(note(row("stock", State.NO_CHANGE, Double.NaN))).isEqualTo("As it is.");
        assertThat(note(row("stock", State.WATCH, 8))).isEqualTo("As it is.");
        assertThat(note(row("recorded", State.NO_CHANGE, 8))).isEqualTo("As it is.");
    }

    private static String note(Block.Row row) {
        return StockNote.below(new Block.FiguresTable("With the CPS", "As it is.", List.of(row)))
                .note();
    }

    private static Block.Row row(String basis, State state, double inAYear) {
        Figure figure = SampleReport.share(new SeriesKey("cps_resubmission_overdue", basis, "all", ""), 9, 29);
        return new Block.Row(
                "Action plans overdue",
                "",
                Better.DOWN,
                figure,
                "",
                true,
                new FigureChange(inAYear, Unit.COUNT),
                List.of(),
                state,
                Optional.empty(),
                TargetState.NONE,
                List.of());
    }
}
