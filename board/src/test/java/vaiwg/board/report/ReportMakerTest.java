package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportMakerTest {
    /** A page without blocks is left out, and those behind it have other numbers. */
    @Test
    void pages_to_which_others_lead_are_named_by_what_holds_of_each_report() {
        assertThat(ReportMaker.numbered(MattersPage.ID)).isEqualTo("page 2");
        assertThat(ReportMaker.numbered(TrustPage.ID)).isEqualTo("last page");
    }
}
