package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryStartTest {
    private static final int DAY = 11_388;

    private final HistoryStart history = new HistoryStart();

    @Test
    void after_35_days_without_a_new_subject_a_small_history_is_dormant() {
        assertThat(history.advanceTo(DAY, 9)).isEqualTo(HistoryStep.STARTS);
        assertThat(quietDays(DAY, 35)).containsOnly(HistoryStep.CONTINUES);
        assertThat(history.isDormant(DAY + 35)).isFalse();
        assertThat(history.advanceTo(DAY + 36, 0)).isEqualTo(HistoryStep.DORMANT);
        assertThat(history.isDormant(DAY + 36)).isTrue();
        assertThat(history.from()).isEqualTo(DAY - 1);
    }

    @Test
    void a_subject_on_the_35th_day_continues_it_and_one_on_the_36th_starts_another() {
        history.advanceTo(DAY, 1);
        quietDays(DAY, 34);
        assertThat(history.advanceTo(DAY + 35, 1)).isEqualTo(HistoryStep.CONTINUES);
        quietDays(DAY + 35, 35);
        assertThat(history.advanceTo(DAY + 71, 1)).isEqualTo(HistoryStep.STARTS);
        assertThat(history.from()).isEqualTo(DAY + 70);
    }

    @Test
    void a_history_of_ten_subjects_is_never_dormant() {
        history.advanceTo(DAY, 9);
        history.advanceTo(DAY + 30, 1);
        assertThat(history.isCounting()).isFalse();
        assertThat(quietDays(DAY + 30, 10_000)).containsOnly(HistoryStep.CONTINUES);
        assertThat(history.from()).isEqualTo(DAY - 1);
    }

    @Test
    void subjects_are_counted_from_the_last_start() {
        history.advanceTo(DAY, 9);
        quietDays(DAY, 99);
        assertThat(history.advanceTo(DAY + 100, 9)).isEqualTo(HistoryStep.STARTS);
        assertThat(history.isCounting()).isTrue();
        assertThat(history.advanceTo(DAY + 101, 1)).isEqualTo(HistoryStep.CONTINUES);
        assertThat(history.isCounting()).isFalse();
    }

    @Test
    void what_an_earlier_build_stored_is_never_dormant() {
        history.restore(DAY, new int[0]);
        assertThat(history.advanceTo(DAY + 1_000, 0)).isEqualTo(HistoryStep.CONTINUES);
        history.restore(ForcePanes.NONE, new int[0]);
        assertThat(history.advanceTo(DAY, 1)).isEqualTo(HistoryStep.STARTS);
        assertThat(history.isCounting()).isTrue();
    }

    @Test
    void restored_it_continues_where_it_was() {
        history.advanceTo(DAY, 9);
        HistoryStart restored = new HistoryStart();
        restored.restore(history.from(), history.toArray());
        assertThat(restored.isDormant(DAY + 36)).isTrue();
        assertThat(restored.advanceTo(DAY + 35, 1)).isEqualTo(HistoryStep.CONTINUES);
        assertThat(restored.isCounting()).isFalse();
    }

    /** What each of some days after a cut-off is, on which no subject is new. */
    private HistoryStep[] quietDays(int after, int days) {
        HistoryStep[] steps = new HistoryStep[days];
        for (int i = 0; i < days; i++) {
            steps[i] = history.advanceTo(after + 1 + i, 0);
        }
        return steps;
    }
}
