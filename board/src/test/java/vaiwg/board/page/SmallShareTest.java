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
                .extracting(part -> PageWords.cell(new Entry.Of(few, part)))
                .containsExactly("fewer than five", "withheld", "withheld");
    }

    @Test
    void a_share_has_the_reason_why_there_is_none_and_its_count() {
        Figure share = SampleReport.share("charged", "sex=female;theme=rape", SampleReport.AS_AT, 13, 20);
        for (Figure.State state : List.of(Figure.State.COUNT_ONLY, Figure.State.NOT_COMPARED)) {
            Figure counted = share.with(13, 20, Double.NaN, state);
            assertThat(List.of(Part.NUMERATOR, Part.DENOMINATOR, Part.VALUE))
                    .extracting(part -> PageWords.cell(new Entry.Of(counted, part)))
                    .containsExactly("13", "20", state == Figure.State.COUNT_ONLY ? "too few" : "not compared");
        }
        assertThat(PageWords.cell(new Entry.Of(share.without(Figure.State.NOT_COMPARED), Part.VALUE)))
                .isEqualTo("not compared");
    }
}
