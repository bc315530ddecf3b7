package vaiwg.statistics.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;

class OutcomeSeriesTest {
    private static final Thresholds HUNDRED =
            Thresholds.of(ReferenceFile.of("thresholds", "information,rise,fall\n1,100,100\n2,100,100"));
    private static final int DAY = TwentyADay.WATCHED;

    private final TwentyADay force = new TwentyADay();
    private DataMoves moves = DataMoves.NONE;
    private final OutcomeSeries series =
            new OutcomeSeries(Stratum.RAPE, OutcomeSet.OUTCOME_16, force.baseline(), HUNDRED, TwentyADay.WATCHED);

    @Test
    void an_alarm_carries_what_it_rests_on() {
        assertThat(days(5, 15)).isEmpty();
        List<AlarmChange> changes = days(1, 15);
        assertThat(changes)
                .containsExactly(new AlarmChange(
                        new Alarm(
                                Stratum.RAPE,
                                OutcomeSet.OUTCOME_16,
                                Shift.RISE,
                                DAY + 6,
                                DAY + 5,
                                DAY,
                                20,
                                90,
                                60,
                                1,
                                false,
                                false),
                        Signal.Change.RAISED,
                        DAY + 6));
        assertThat(days(3, 15)).isEmpty();
        assertThat(series.open(Shift.RISE)).isPresent();
    }

    @Test
    void an_alarm_whose_evidence_is_gone_is_withdrawn_once_and_may_come_again() {
        days(6, 15);
        force.correct(DAY + 3, 15);
        force.correct(DAY + 4, 15);
        assertThat(states(days(1, 10))).containsExactly(Signal.Change.WITHDRAWN);
        assertThat(days(10, 10)).isEmpty();
        assertThat(series.open(Shift.RISE)).isEmpty();
        assertThat(states(days(6, 16))).containsExactly(Signal.Change.RAISED);
    }

    @Test
    void an_acknowledged_alarm_is_not_raised_again_for_the_same_days() {
        days(6, 15);
        series.acknowledge(Shift.RISE, DAY + 6);
        assertThat(states(days(1, 15))).containsExactly(Signal.Change.ACKNOWLEDGED);
        assertThat(days(3, 12)).isEmpty();
    }

    @Test
    void an_alarm_that_nobody_sees_ends_by_itself() {
        days(6, 15);
        assertThat(states(days(22, 9))).containsExactly(Signal.Change.ENDED);
    }

    @Test
    void what_is_found_late_can_raise_an_alarm_on_the_newest_day() {
        assertThat(days(3, 10)).isEmpty();
        for (int day = DAY; day < DAY + 3; day++) {
            force.find(day, 10);
        }
        List<AlarmChange> changes = days(1, 10);
        assertThat(states(changes)).containsExactly(Signal.Change.RAISED);
        assertThat(changes.get(0).alarm().day()).isEqualTo(DAY + 3);
        assertThat(changes.get(0).alarm().evidenceFrom()).isEqualTo(DAY);
    }

    @Test
    void usual_errors_do_not_move_a_score_and_more_of_them_do() {
        days(4, 12);
        double before = series.path(Shift.RISE).score(DAY + 3);
        force.correct(DAY + 1, 1);
        days(1, 10);
        assertThat(series.days().observed(DAY + 1)).isEqualTo(12);
        assertThat(series.path(Shift.RISE).score(DAY + 3)).isEqualTo(before);
        force.correct(DAY + 1, 2);
        days(1, 10);
        assertThat(series.days().observed(DAY + 1)).isEqualTo(9);
        assertThat(series.path(Shift.RISE).score(DAY + 3)).isLessThan(before);
    }

    @Test
    void an_alarm_in_days_in_which_the_data_changed_speaks_of_the_data() {
        moves = (kpi, theme, firstDay, lastDay) ->
                kpi.equals("victim_attrition") && theme.equals("rape") && firstDay <= DAY + 2 && lastDay >= DAY + 2;
        List<AlarmChange> changes = days(6, 15);
        assertThat(states(changes)).containsExactly(Signal.Change.RAISED);
        assertThat(changes.get(0).alarm().dataMoved()).isTrue();
        assertThat(days(22, 9)).extracting(change -> change.alarm().dataMoved()).containsExactly(true);
    }

    @Test
    void an_alarm_that_stands_turns_once_where_a_block_tells_so_later() {
        List<AlarmChange> raised = days(6, 15);
        assertThat(raised.get(0).alarm().dataMoved()).isFalse();
        moves = (kpi, theme, firstDay, lastDay) -> lastDay >= DAY + 6;
        assertThat(days(3, 15)).as("what changed after the day of the alarm").isEmpty();
        moves = (kpi, theme, firstDay, lastDay) -> firstDay == DAY && lastDay == DAY + 5;
        List<AlarmChange> turned = days(1, 15);
        assertThat(turned)
                .containsExactly(
                        new AlarmChange(raised.get(0).alarm().withDataMoved(true), Signal.Change.TURNED, DAY + 10));
        assertThat(days(3, 15)).isEmpty();
        assertThat(series.open(Shift.RISE)).contains(turned.get(0).alarm());
        moves = DataMoves.NONE;
        assertThat(days(22, 9)).singleElement().satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(Signal.Change.ENDED);
            assertThat(ended.alarm()).isEqualTo(turned.get(0).alarm());
        });
    }

    private List<AlarmChange> days(int count, int outcomes16) {
        List<AlarmChange> changes = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            force.next(outcomes16);
            series.refresh(force.days, force.days.takeChangedFrom());
            changes.addAll(series.publish(force.days, shift -> false, moves));
        }
        return changes;
    }

    private static List<Signal.Change> states(List<AlarmChange> changes) {
        return changes.stream().map(AlarmChange::state).toList();
    }
}
