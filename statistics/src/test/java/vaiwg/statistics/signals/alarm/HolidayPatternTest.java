package vaiwg.statistics.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.CodeMaps;

class HolidayPatternTest {
    private static final int YEAR = day(2018, 1, 1);
    private static final int GOOD_FRIDAY = day(2018, 3, 30);

    @Test
    void finds_how_a_force_works_from_what_its_holidays_did() {
        HolidayPattern pattern =
                HolidayPattern.fit(CodeMaps.shipped().workingDays(), year(), YEAR, OutcomeSet.OUTCOME_16);
        assertThat(pattern.decidedOnFreeDays()).isEqualTo(0.4);
        assertThat(pattern.daysToEntry()).isEqualTo(0);
        assertThat(pattern.factor(GOOD_FRIDAY)).isLessThan(0.5);
        // Friday to Monday lay still: Tuesday has more than after an ordinary weekend.
        assertThat(pattern.factor(day(2018, 4, 3))).isGreaterThan(1.5);
        assertThat(pattern.factor(day(2018, 7, 4))).isCloseTo(1, within(1e-6));
    }

    @Test
    void is_none_for_a_force_that_tells_too_little() {
        RiskDays days = new RiskDays(YEAR);
        for (int i = 0; i < Baseline.DAYS; i++) {
            days.advance();
        }
        assertThat(HolidayPattern.fit(CodeMaps.shipped().workingDays(), days, YEAR, OutcomeSet.OUTCOME_16))
                .isSameAs(HolidayPattern.NONE);
    }

    /** A thousand decisions fall due a day; on free days two in five are made, the others wait. */
    private static RiskDays year() {
        RiskDays days = new RiskDays(YEAR);
        var workingDays = CodeMaps.shipped().workingDays();
        double waiting = 0;
        for (int i = 0; i < Baseline.DAYS; i++) {
            days.advance();
            waiting += 1_000;
            double made = workingDays.isWorking(LocalDate.ofEpochDay(days.through())) ? waiting : 0.4 * waiting;
            waiting -= made;
            for (int crime = 0; crime < 5_000; crime++) {
                days.record(days.through(), 1);
                boolean ended16 = crime < Math.round(made);
                days.end(days.through(), days.through(), ended16 ? Cause.OUTCOME_16 : Cause.OTHER_OUTCOME, 1);
            }
        }
        return days;
    }

    private static int day(int year, int month, int dayOfMonth) {
        return Math.toIntExact(LocalDate.of(year, month, dayOfMonth).toEpochDay());
    }
}
