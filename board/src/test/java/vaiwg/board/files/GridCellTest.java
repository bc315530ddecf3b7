package vaiwg.board.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.report.Block;
import vaiwg.board.report.Block.Part;
import vaiwg.board.report.Figure;
import vaiwg.board.report.SampleReport;

class GridCellTest {
    @Test
    void of_too_few_cases_for_a_share_a_cell_has_the_count_and_of_how_many() {
        Figure few = SampleReport.few();
        assertThat(cell(few, Part.VALUE)).isEqualTo("8 of 16");
        assertThat(cell(few, Part.COUNT)).isEqualTo(8);
        assertThat(cell(few.without(Figure.State.NONE), Part.VALUE)).isEqualTo("no cases");
        assertThat(cell(few.with(8, 16, 0.5, Figure.State.SHOWN), Part.VALUE)).isEqualTo(0.5);
    }

    private static Object cell(Figure figure, Part part) {
        return Sheet.Cell.of(new Block.Cell(Optional.of(figure), part, "", 0)).value();
    }
}
