package vaiwg.kpis.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTimeTest {
    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "2026-01-05T00:00:00Z, monday, unknown",
        "2026-01-05T00:00:00.001Z, monday, small_hours",
        "2026-01-05T05:59:59.999Z, monday, small_hours",
        "2026-01-06T06:00:00Z, tuesday, morning",
        "2026-01-07T12:00:00Z, wednesday, afternoon",
        "2026-01-08T17:59:59.999Z, thursday, afternoon",
        "2026-01-09T18:00:00Z, friday, evening",
        "2026-01-10T23:59:59.999Z, saturday, evening",
        // By the clock in London, which is an hour ahead in summer, and on the days on which it changes.
        "2026-07-05T22:59:59.999Z, sunday, evening",
        "2026-07-05T23:00:00Z, monday, unknown",
        "2026-07-06T00:00:00Z, monday, small_hours",
        "2026-07-06T05:00:00Z, monday, morning",
        "2026-03-29T05:00:00Z, sunday, morning",
        "2026-10-25T05:59:59.999Z, sunday, small_hours",
    })
    void a_report_has_a_day_of_the_week_and_a_part_of_the_day(Instant at, String day, String time) {
        long reportedAt = at.toEpochMilli();
        assertThat(ReportTime.DAY.slugs().get(ReportTime.DAY.of(reportedAt))).isEqualTo(day);
        assertThat(ReportTime.TIME.slugs().get(ReportTime.TIME.of(reportedAt))).isEqualTo(time);
    }
}
