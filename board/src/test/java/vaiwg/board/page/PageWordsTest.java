package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.report.Block;
import vaiwg.board.report.Block.Part;
import vaiwg.board.report.Figure;
import vaiwg.board.report.SampleReport;

class PageWordsTest {
    @Test
    void a_cell_of_a_column_of_shares_has_no_bare_count() {
        Figure few = SampleReport.few();
        assertThat(PageWords.cell(cell(few, Part.VALUE))).isEqualTo("8 of 16");
        assertThat(PageWords.cell(cell(few, Part.WHOLE))).isEqualTo("16");
        assertThat(PageWords.cell(cell(few.with(0, 1_200, 0, Figure.State.SHOWN), Part.VALUE)))
                .isEqualTo("0.0%");
    }

    private static Block.Cell cell(Figure figure, Part part) {
        return new Block.Cell(Optional.of(figure), part, "", 0);
    }
}
