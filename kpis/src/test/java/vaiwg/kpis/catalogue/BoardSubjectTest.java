package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void what_was_done_names_a_day_a_figure_and_an_area_or_the_whole_force() {
        NotedIntervention inArea = BoardSubject.done(
                        BoardSubject.intervention("2026-05-01/decision_told:sex=female;theme=rape/coventry"))
                .orElseThrow();
        assertThat(inArea.day()).isEqualTo("2026-05-01");
        assertThat(inArea.seen()).isEqualTo(new Commitment.Seen("decision_told", "sex=female;theme=rape"));
        assertThat(inArea.area()).isEqualTo("coventry");
        NotedIntervention ofAll =
                BoardSubject.done("intervention/2026-05-01/decision_told").orElseThrow();
        assertThat(ofAll.seen()).isEqualTo(new Commitment.Seen("decision_told", ""));
        assertThat(ofAll.area()).isEmpty();
        assertThat(BoardSubject.is("intervention/2026-05-01/decision_told")).isTrue();
        assertThat(BoardSubject.isWellFormed("intervention/2026-05-01/decision_told"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intervention/",
                "intervention/2026-05-01",
                "intervention/2026-05-01/",
                "intervention/2026-02-30/decision_told",
                "intervention/2026-05/decision_told",
                "intervention/2026-05-01/Decision told",
                "intervention/2026-05-01/decision_told:",
                "intervention/2026-05-01/decision_told:rape",
                "intervention/2026-05-01/decision_told:theme=",
                "intervention/2026-05-01/decision_told:theme=rape;sex=female",
                "intervention/2026-05-01/decision_told:theme=rape;theme=rape",
                "intervention/2026-05-01/decision_told:lpa=coventry;theme=rape",
                "intervention/2026-05-01/decision_told/",
                "intervention/2026-05-01/decision_told/coventry/walsall",
                "action/2026-05-01/decision_told"
            })
    void what_names_no_day_and_figure_as_tables_do_is_no_intervention(String subject) {
        assertThat(BoardSubject.done(subject)).isEmpty();
        assertThat(BoardSubject.isWellFormed(subject)).isFalse();
    }

    @Test
    void what_is_noted_is_the_entry_that_a_row_of_the_register_would_be() {
        Map<String, String> row = Map.of(
                "id", "2026-05-01/decision_told:theme=rape/coventry",
                "text", "Calls to victims",
                "lpa", "coventry",
                "day", "2026-05-01",
                "owner", "Victims Code Lead",
                "measures", "decision_told:theme=rape",
                "source", "a note",
                "force", "west-midlands");
        assertThat(BoardSubject.done("intervention/" + row.get("id"))
                        .orElseThrow()
                        .entry("west-midlands", "Calls to victims", "Victims Code Lead"))
                .isEqualTo(Interventions.of(row));
    }
}
