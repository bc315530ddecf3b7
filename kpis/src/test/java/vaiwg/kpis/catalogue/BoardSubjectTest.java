package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class BoardSubjectTest {
    @Test
    void a_report_goes_to_the_meeting_of_its_month_or_else_to_the_next() {
        assertThat(BoardSubject.meetingFor(LocalDate.of(2026, 11, 1))).isEqualTo(YearMonth.of(2026, 11));
        assertThat(BoardSubject.meetingFor(LocalDate.of(2026, 11, 30))).isEqualTo(YearMonth.of(2026, 11));
        assertThat(BoardSubject.meetingFor(LocalDate.of(2026, 12, 1))).isEqualTo(YearMonth.of(2027, 1));
    }

    @Test
    void the_newest_meeting_is_that_whose_month_has_begun() {
        assertThat(BoardSubject.meetingAt(LocalDate.of(2026, 11, 1))).isEqualTo(YearMonth.of(2026, 11));
        assertThat(BoardSubject.meetingAt(LocalDate.of(2026, 12, 31))).isEqualTo(YearMonth.of(2026, 11));
    }
}
