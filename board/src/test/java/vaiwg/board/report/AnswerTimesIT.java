package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.disclosure.Disclosure;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.NumberTable.Entry;

class AnswerTimesIT {
    private static final String FORCE = "west-midlands";
    private static final LocalDate NOW = LocalDate.of(2026, 7, 1);

    @Test
    void a_day_or_time_of_few_answers_is_withheld_with_another_one_which_would_give_it_away() throws Exception {
        try (ReportPublication published = new ReportPublication()) {
            published.measure("survey_satisfied", "engagement", "share", "up", "Victims satisfied");
            published.snapshot(FORCE, NOW, NOW.minusYears(3), "all");
            satisfied(published, "", 260, 360);
            assertThat(tables(report(published)))
                    .as("a publication without the breakdown")
                    .isEmpty();
            satisfied(published, "day=monday", 80, 120);
            satisfied(published, "day=tuesday", 70, 100);
            satisfied(published, "day=wednesday", 50, 62);
            satisfied(published, "day=thursday", 47, 58);
            satisfied(published, "day=friday", 10, 16);
            satisfied(published, "day=sunday", 3, 4);
            satisfied(published, "time=morning", 130, 180);
            satisfied(published, "time=unknown", 130, 180);
            published.withhold();
            Report report = report(published);
            assertThat(tables(report).get(0).rows())
                    .extracting(NumberTable.Row::title, AnswerTimesIT::answers)
                    .containsExactly(
                            tuple("Monday", 120),
                            tuple("Tuesday", 100),
                            tuple("Wednesday", 62),
                            tuple("Thursday", 58),
                            tuple("Friday", 16),
                            tuple("Saturday", null),
                            tuple("Sunday", 4),
                            tuple("06:00 to noon", 180),
                            tuple("Noon to 18:00", null),
                            tuple("18:00 to midnight", null),
                            tuple("Midnight to 06:00", null),
                            tuple("Time not recorded", 180),
                            tuple("All", 360));
            assertThat(tables(Disclosure.apply(report)).get(0).rows())
                    .filteredOn(
                            row -> List.of("Monday", "Friday", "Sunday", "All").contains(row.title()))
                    .extracting(NumberTable.Row::title, AnswerTimesIT::answers)
                    .containsExactly(
                            tuple("Monday", 120), tuple("Friday", null), tuple("Sunday", null), tuple("All", 360));
        }
    }

    private static Integer answers(NumberTable.Row row) {
        return ((Entry.Of) row.cells().get(0)).figure().denominator();
    }

    private static List<NumberTable> tables(Report report) {
        return report.areas().stream()
                .filter(area -> area.slug().equals("engagement"))
                .findFirst()
                .orElseThrow()
                .followed();
    }

    private static Report report(ReportPublication published) throws SQLException {
        return ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        FORCE,
                        NOW,
                        Optional.of(1),
                        Tier.BOARD,
                        Optional.empty(),
                        Instant.parse("2026-07-01T12:00:00Z"),
                        false));
    }

    private static void satisfied(ReportPublication published, String slice, int satisfied, int answers)
            throws SQLException {
        published.value(FORCE, NOW, new SeriesKey("survey_satisfied", "recorded", "365d", slice), satisfied, answers);
    }
}
