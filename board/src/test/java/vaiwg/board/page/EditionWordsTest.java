package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.board.report.Report;
import vaiwg.board.report.SampleReport;

class EditionWordsTest {
    @Test
    void the_head_has_all_its_days_in_one_sentence() {
        Report report = SampleReport.usual();
        assertThat(EditionWords.days(report))
                .isEqualTo("As at 26 November 2026 (the end of 25 Nov), for the meeting of November 2026");
        assertThat(ReportPage.html(report)).containsOnlyOnce("meeting of November 2026");
    }

    @Test
    void an_annex_goes_to_no_meeting() {
        Report report = SampleReport.usual();
        Report annex = new Report(report.edition(), report.pages(), report.measures(), report.matters(), true);
        assertThat(EditionWords.days(annex)).isEqualTo("As at 26 November 2026 (the end of 25 Nov)");
    }
}
