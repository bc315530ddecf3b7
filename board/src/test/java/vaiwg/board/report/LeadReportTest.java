package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedNote;

class LeadReportTest {
    private static final LocalDate AS_AT = LocalDate.of(2026, 11, 24);
    private static final String SUBJECT = "report/safety_in_public/2026-11";

    @Test
    void what_a_lead_writes_after_the_day_of_the_report_is_not_in_it() {
        PublishedNote early = note(SUBJECT, AS_AT.minusDays(9));
        PublishedNote ofTheDay = note(SUBJECT, AS_AT);
        PublishedNote late = note(SUBJECT, AS_AT.plusDays(6));
        PublishedNote other = note("report/recording/2026-11", AS_AT);
        assertThat(LeadReport.newest(List.of(early, ofTheDay, late, other), SUBJECT, AS_AT))
                .contains(ofTheDay);
        assertThat(LeadReport.newest(List.of(early, late), SUBJECT, AS_AT)).contains(early);
        assertThat(LeadReport.newest(List.of(late), SUBJECT, AS_AT)).isEmpty();
    }

    /** As at 30 November is the midnight at which that day begins: all of it is left. */
    @Test
    void a_report_is_late_from_the_day_after_the_last_of_its_month() {
        LeadReport.Given given = new LeadReport.Given(YearMonth.of(2026, 11), 5, 6);
        assertThat(given.wasDue(LocalDate.of(2026, 11, 30))).isFalse();
        assertThat(given.wasDue(LocalDate.of(2026, 12, 1))).isTrue();
    }

    private static PublishedNote note(String subject, LocalDate on) {
        return new PublishedNote(
                subject,
                false,
                "Said on " + on,
                "",
                "the lead",
                Optional.empty(),
                on,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
    }
}
