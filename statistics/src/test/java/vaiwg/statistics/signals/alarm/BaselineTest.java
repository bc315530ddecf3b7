package vaiwg.statistics.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.Cause;

class BaselineTest {
    @Test
    void expects_what_the_reference_year_had() {
        TwentyADay force = new TwentyADay();
        Baseline baseline = force.baseline();
        assertThat(baseline.hazard(0)).isEqualTo(0.5);
        assertThat(baseline.daily()).isEqualTo(10);
        force.next(3);
        assertThat(baseline.expected(force.days, TwentyADay.WATCHED)).isCloseTo(10, within(1e-9));
    }

    @Test
    void learns_the_weekdays() {
        RiskDays days = new RiskDays(TwentyADay.FIRST);
        for (int day = 0; day < Baseline.DAYS; day++) {
            days.advance();
            boolean free = day % 7 >= 5;
            for (int crime = 0; crime < 20; crime++) {
                days.record(days.through(), 1);
                boolean ended16 = crime < (free ? 4 : 10);
                days.end(days.through(), days.through(), ended16 ? Cause.OUTCOME_16 : Cause.OTHER_OUTCOME, 1);
            }
        }
        Baseline baseline = Baseline.fit(days, TwentyADay.FIRST, OutcomeSet.OUTCOME_16, HolidayPattern.NONE)
                .orElseThrow();
        assertThat(baseline.factor(DayOfWeek.SATURDAY) / baseline.factor(DayOfWeek.MONDAY))
                .isCloseTo(0.4, within(1e-9));
        assertThat(baseline.dispersion()).isEqualTo(1);
    }

    @Test
    void sees_that_days_differ_more_than_by_chance() {
        RiskDays days = new RiskDays(TwentyADay.FIRST);
        for (int day = 0; day < Baseline.DAYS; day++) {
            days.advance();
            for (int crime = 0; crime < 40; crime++) {
                days.record(days.through(), 1);
                boolean ended16 = crime < (day / 7 % 2 == 0 ? 4 : 16);
                days.end(days.through(), days.through(), ended16 ? Cause.OUTCOME_16 : Cause.OTHER_OUTCOME, 1);
            }
        }
        Baseline baseline = Baseline.fit(days, TwentyADay.FIRST, OutcomeSet.OUTCOME_16, HolidayPattern.NONE)
                .orElseThrow();
        // 6 more or less than 10 on every day: a variance of 3.6 times the mean.
        assertThat(baseline.dispersion()).isCloseTo(Math.sqrt(3.6), within(0.03));
        assertThat(baseline.information()).isCloseTo(10 / 3.6, within(0.1));
    }

    @Test
    void is_none_where_the_year_holds_too_little() {
        RiskDays days = new RiskDays(TwentyADay.FIRST);
        for (int day = 0; day < Baseline.DAYS; day++) {
            days.advance();
            days.record(days.through(), 1);
            boolean ended16 = day % 4 == 0;
            days.end(days.through(), days.through(), ended16 ? Cause.OUTCOME_16 : Cause.OTHER_OUTCOME, 1);
        }
        assertThat(Baseline.fit(days, TwentyADay.FIRST, OutcomeSet.OUTCOME_16, HolidayPattern.NONE))
                .isEmpty();
    }
}
