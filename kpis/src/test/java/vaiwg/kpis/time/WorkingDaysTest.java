package vaiwg.kpis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.kpis.reference.CodeMaps;

class WorkingDaysTest {
    private final WorkingDays workingDays = CodeMaps.shipped().workingDays();

    @ParameterizedTest(name = "{0}: {1} working days from {2} end on {3}")
    @CsvSource({
        "within a week, 1, 2026-11-17, 2026-11-18",
        "over a weekend, 1, 2026-11-20, 2026-11-23",
        "a whole week, 5, 2026-11-17, 2026-11-24",
        "the day itself, 0, 2026-11-17, 2026-11-17",
        "over Christmas with its substitute day, 1, 2026-12-24, 2026-12-29",
        "over Christmas and the New Year, 5, 2026-12-24, 2027-01-05",
        "over Easter, 1, 2026-04-02, 2026-04-07",
        "over a bank holiday, 5, 2026-08-27, 2026-09-04",
        "a Saturday, 1, 2026-11-21, 2026-11-24",
        "a Sunday, 5, 2026-11-22, 2026-11-30",
        "Christmas Day, 1, 2026-12-25, 2026-12-30",
        "Good Friday, 1, 2026-04-03, 2026-04-08",
        "a Sunday and no days, 0, 2026-11-22, 2026-11-23"
    })
    void the_day_of_the_decision_is_day_nought_and_one_that_is_no_working_day_starts_on_the_next(
            String name, int days, LocalDate decided, LocalDate deadline) {
        assertThat(deadline(decided, days)).as(name).isEqualTo(deadline);
    }

    @Test
    @Tag("pitfall-22")
    void a_bank_holiday_is_no_working_day() {
        assertThat(workingDays.isWorking(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(workingDays.isWorking(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(workingDays.isWorking(LocalDate.of(2026, 12, 26))).isFalse();
    }

    @ParameterizedTest(name = "{1} working days from {0}")
    @CsvSource({
        "2014-12-31, 0, false",
        "2015-01-01, 0, true",
        "2028-12-29, 0, true",
        "2028-12-29, 1, false",
        "2028-12-30, 0, false",
        "2028-12-18, 7, true",
        "2028-12-18, 8, false",
        "2029-06-01, 2, false",
        "2040-01-02, 30, false"
    })
    void outside_the_years_of_the_list_there_is_no_deadline(LocalDate decided, int days, boolean isKnown) {
        assertThat(workingDays.knownThrough()).isEqualTo(LocalDate.of(2028, 12, 31));
        assertThat(workingDays
                        .deadline(Math.toIntExact(decided.toEpochDay()), days)
                        .isPresent())
                .isEqualTo(isKnown);
    }

    @ParameterizedTest(name = "{0}: a notice of {1} is heard by {2}")
    @CsvSource({
        "within the week, 2026-11-17T10:00, 2026-11-19T10:00",
        "Saturday counts, 2026-11-19T22:00, 2026-11-21T22:00",
        "Friday evening, 2026-11-20T20:00, 2026-11-23T20:00",
        "Saturday evening, 2026-11-21T20:00, 2026-11-24T20:00",
        "on a Sunday from its end on, 2026-11-22T15:00, 2026-11-25T00:00",
        "the 48th hour ends with Saturday, 2026-11-20T00:00, 2026-11-23T00:00",
        "over Easter and the clock change of 2027, 2027-03-25T18:00, 2027-03-30T18:00",
        "on Good Friday, 2026-04-03T09:00, 2026-04-08T00:00",
        "Christmas Day on a Friday and the Saturday and Monday after it, 2026-12-24T12:00, 2026-12-30T12:00",
        "Christmas Day on a Saturday with a substitute day, 2027-12-24T12:00, 2027-12-30T12:00",
        "a bank holiday, 2026-08-28T16:00, 2026-09-01T16:00",
        "the night when the clocks go forward is no counted day, 2026-03-27T20:00, 2026-03-30T20:00",
        "the night when the clocks go back is no counted day, 2026-10-23T20:00, 2026-10-26T20:00"
    })
    void a_hearing_is_due48_hours_after_the_notice_without_sundays_and_holidays(
            String name, LocalDateTime notice, LocalDateTime due) {
        assertThat(hearing(notice)).as(name).hasValue(millis(due));
    }

    /** Half past one is there twice: hours are elapsed, also where they begin on the Sunday. */
    @Test
    void of_a_night_with_a_clock_change_no_hour_counts() {
        long second = millis(LocalDateTime.parse("2026-10-25T01:30")) + 3_600_000;
        assertThat(workingDays.hearingDeadline(second, 48 * 3_600_000L))
                .hasValue(millis(LocalDateTime.parse("2026-10-28T00:00")));
    }

    @ParameterizedTest(name = "a notice of {0}")
    @CsvSource({
        "2014-12-31T23:59, false",
        "2015-01-01T00:00, true",
        "2028-12-28T23:59, true",
        "2028-12-29T00:00, false",
        "2028-12-31T12:00, false",
        "2029-06-01T12:00, false"
    })
    void outside_the_years_of_the_list_no_hearing_is_due(LocalDateTime notice, boolean isKnown) {
        assertThat(hearing(notice).isPresent()).isEqualTo(isKnown);
    }

    private OptionalLong hearing(LocalDateTime notice) {
        return workingDays.hearingDeadline(millis(notice), Duration.ofHours(48).toMillis());
    }

    private static long millis(LocalDateTime london) {
        return london.atZone(LondonDays.ZONE).toInstant().toEpochMilli();
    }

    private LocalDate deadline(LocalDate decided, int days) {
        return LocalDate.ofEpochDay(workingDays
                .deadline(Math.toIntExact(decided.toEpochDay()), days)
                .orElseThrow());
    }
}
