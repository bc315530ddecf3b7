package vaiwg.statistics.attrition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;
import vaiwg.kpis.reference.Cause;

class LexisTableTest {
    private static final int DAYS = 120;
    private static final int AGES = 40;
    private static final int STEPS = 400;

    /** Whatever comes, goes, and is corrected, and wherever the windows are moved: they are as if computed from the start. */
    @Test
    void windows_that_are_moved_and_corrected_are_as_if_counted_from_scratch() {
        Random random = Seed.random("moved windows");
        LexisTable table = new LexisTable();
        List<Life> followUp = new ArrayList<>();
        RiskWindow month = table.window(28, AGES, 30);
        RiskWindow week = table.window(7, AGES, 30);
        RiskWindow today = table.window(1, AGES, 31);
        for (int step = 0; step < STEPS; step++) {
            change(followUp, table, random);
            int last = step % 5 == 0 ? random.nextInt(-10, DAYS + 60) : month.last() + random.nextInt(-1, 3);
            month.moveTo(last);
            week.moveTo(last);
            today.moveTo(last + 1);
            if (step % 10 == 0) {
                assertSame(month.exposure(), Life.exposure(followUp, last - 27, last, AGES));
                assertSame(week.exposure(), Life.exposure(followUp, last - 6, last, AGES));
                assertSame(
                        table.window(Math.max(1, last + 2), AGES, last).exposure(),
                        Life.exposure(followUp, Math.min(-1, last), last, AGES));
                assertSame(today.exposure(), Life.exposure(followUp, last + 1, last + 1, AGES));
            }
        }
    }

    @Test
    void an_exit_dated_before_the_record_has_age_nought_and_no_delay_is_less_than_nought() {
        Exit early = new Exit(10, 8, Cause.OUTCOME_16, 9);
        assertThat(early.age()).isZero();
        assertThat(early.day()).isEqualTo(10);
        assertThat(early.delay()).isZero();
    }

    private static void change(List<Life> followUp, LexisTable table, Random random) {
        Life next = Life.random(random, DAYS);
        if (followUp.size() > 60 && random.nextBoolean()) {
            Life corrected = followUp.remove(random.nextInt(followUp.size()));
            corrected.addTo(table, -1);
            next = random.nextBoolean() ? next : new Life(corrected.recorded(), Optional.empty());
        }
        followUp.add(next);
        next.addTo(table, 1);
    }

    private static void assertSame(Exposure actual, Exposure expected) {
        assertThat(actual.atRisk()).isEqualTo(expected.atRisk());
        assertThat(actual.exits()).isDeepEqualTo(expected.exits());
    }
}
