package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.board.files.SampleReport;
import vaiwg.board.report.Figure;
import vaiwg.board.report.NumberTable.Entry;
import vaiwg.board.report.NumberTable.Part;

class SmallShareTest {
    /** The percentage is not fewer than five, and neither is the whole. */
    @Test
    void of_a_share_only_the_count_is_fewer_than_five() {
        Figure few = SampleReport.without("charged", "theme=rape", Figure.State.BELOW_FIVE);
        assertThat(List.of(Part.NUMERATOR, Part.DENOMINATOR, Part.VALUE))
                .extracting(part -> Words.cell(new Entry.Of(few, part)))
                .containsExactly("fewer than five", "withheld", "withheld");
    }
}
