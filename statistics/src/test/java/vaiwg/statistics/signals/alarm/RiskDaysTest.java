package vaiwg.statistics.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;
import vaiwg.kpis.reference.Cause;

class RiskDaysTest {
    private static final int FIRST = 1_000;
    private static final int LAST = FIRST + 500;
    private static final int OPEN = Integer.MAX_VALUE;

    private record Case(int recorded, int known, Cause cause) {
        boolean isAtRisk(int day) {
            return recorded <= day && day <= Math.max(known, recorded) && day - recorded < AgeBand.HORIZON;
        }

        boolean ends(int day) {
            return Math.max(known, recorded) == day && day - recorded < AgeBand.HORIZON;
        }
    }

    @Test
    void counts_who_is_at_risk_and_who_ends_as_a_list_of_cases_does() {
        Random random = Seed.random("risk days");
        List<Case> cases = cases(random);
        RiskDays days = through(LAST);
        cases.forEach(one -> add(days, one, 1));
        for (int day = FIRST; day <= LAST; day++) {
            int on = day;
            assertThat(days.atRisk(day)).isEqualTo((int)
                    cases.stream().filter(one -> one.isAtRisk(on)).count());
            assertThat(days.ended(day, OutcomeSet.OUTCOMES_14_AND_16)).isEqualTo((int) cases.stream()
                    .filter(one -> one.ends(on) && Cause.VICTIM_DOES_NOT_SUPPORT.contains(one.cause()))
                    .count());
        }
    }

    @Test
    void what_is_taken_back_was_never_there_and_order_does_not_matter() {
        Random random = Seed.random("risk days in any order");
        List<Case> cases = cases(random);
        RiskDays straight = new RiskDays(FIRST);
        for (int day = FIRST; day <= LAST; day++) {
            straight.advance();
            for (Case one : cases) {
                if (one.recorded() == day) {
                    straight.record(day, 1);
                }
                if (one.known() != OPEN && Math.max(one.known(), one.recorded()) == day) {
                    straight.end(one.recorded(), one.known(), one.cause(), 1);
                }
            }
        }
        RiskDays shuffled = through(LAST);
        List<Case> wrong = cases(random);
        Collections.shuffle(cases, random);
        wrong.forEach(one -> add(shuffled, one, 1));
        cases.forEach(one -> add(shuffled, one, 1));
        wrong.forEach(one -> add(shuffled, one, -1));
        for (int day = FIRST; day <= LAST; day++) {
            for (int band = 0; band < AgeBand.COUNT; band++) {
                assertThat(shuffled.atRisk(day, band)).isEqualTo(straight.atRisk(day, band));
                assertThat(shuffled.ended(day, band, OutcomeSet.OUTCOME_16))
                        .isEqualTo(straight.ended(day, band, OutcomeSet.OUTCOME_16));
            }
        }
    }

    @Test
    void what_was_said_on_the_day_itself_stays_said() {
        RiskDays days = through(FIRST + 9);
        days.record(FIRST, 1);
        days.end(FIRST, FIRST + 9, Cause.OUTCOME_16, 1);
        days.advance();
        days.end(FIRST, FIRST + 9, Cause.OUTCOME_16, -1);
        assertThat(days.firstKnown(FIRST + 9, OutcomeSet.OUTCOME_16)).isEqualTo(1);
        assertThat(days.ended(FIRST + 9, OutcomeSet.OUTCOME_16)).isZero();
    }

    @Test
    void tells_the_first_day_that_changed() {
        RiskDays days = through(FIRST + 9);
        days.record(FIRST, 1);
        assertThat(days.takeChangedFrom()).isEqualTo(FIRST);
        assertThat(days.takeChangedFrom()).isEqualTo(FIRST + 10);
        days.end(FIRST, FIRST + 6, Cause.OUTCOME_16, 1);
        assertThat(days.takeChangedFrom()).isEqualTo(FIRST + 6);
    }

    private static RiskDays through(int day) {
        RiskDays days = new RiskDays(FIRST);
        while (days.through() < day) {
            days.advance();
        }
        return days;
    }

    private static void add(RiskDays days, Case one, int sign) {
        days.record(one.recorded(), sign);
        if (one.known() != OPEN) {
            days.end(one.recorded(), one.known(), one.cause(), sign);
        }
    }

    private static List<Case> cases(Random random) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int recorded = FIRST + random.nextInt(LAST - FIRST + 1);
            int known =
                    random.nextInt(4) == 0 ? OPEN : Math.max(FIRST, recorded - 2 + random.nextInt(LAST - recorded + 3));
            cases.add(new Case(recorded, known, Cause.values()[random.nextInt(Cause.values().length)]));
        }
        return cases;
    }
}
