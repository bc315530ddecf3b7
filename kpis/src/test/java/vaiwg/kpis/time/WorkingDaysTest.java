package vaiwg.kpis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
        "over a bank holiday, 5, 2026-08-27, 2026-09-04"
    })
    void theDayOfTheDecisionIsDayNought(String name, int days, LocalDate decided, LocalDate deadline) {
        assertThat(deadline(decided, days)).as(name).isEqualTo(deadline);
    }

    @ParameterizedTest(name = "{0}: {1} working days from {2} end on {3}")
    @CsvSource({
        "a Saturday, 1, 2026-11-21, 2026-11-24",
        "a Sunday, 5, 2026-11-22, 2026-11-30",
        "Christmas Day, 1, 2026-12-25, 2026-12-30",
        "Good Friday, 1, 2026-04-03, 2026-04-08",
        "a Sunday and no days, 0, 2026-11-22, 2026-11-23"
    })
    void aDecisionOnANonWorkingDayStartsOnTheNextWorkingDay(
            String name, int days, LocalDate decided, LocalDate deadline) {
        assertThat(deadline(decided, days)).as(name).isEqualTo(deadline);
    }

    @Test
    @Tag("pitfall-22")
    void aBankHolidayIsNoWorkingDay() {
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
    void outsideTheYearsOfTheListThereIsNoDeadline(LocalDate decided, int days, boolean isKnown) {
        assertThat(workingDays.knownThrough()).isEqualTo(LocalDate.of(2028, 12, 31));
        assertThat(workingDays
                        .deadline(Math.toIntExact(decided.toEpochDay()), days)
                        .isPresent())
                .isEqualTo(isKnown);
    }

    private LocalDate deadline(LocalDate decided, int days) {
        return LocalDate.ofEpochDay(workingDays
                .deadline(Math.toIntExact(decided.toEpochDay()), days)
                .orElseThrow());
    }
}
