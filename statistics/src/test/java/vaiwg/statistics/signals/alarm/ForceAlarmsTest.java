package vaiwg.statistics.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.ShortTexts;
import vaiwg.statistics.signals.Signal;

class ForceAlarmsTest {
    private static final int FIRST = TwentyADay.FIRST;
    private static final int WATCHED = FIRST + ForceAlarms.RUN_IN + Baseline.DAYS;

    private final ForceAlarms alarms =
            new ForceAlarms(FIRST, Thresholds.shipped(), CodeMaps.shipped().workingDays());
    private final List<AlarmChange> changes = new ArrayList<>();

    @Test
    void has_twelve_series_at_most_from_the_end_of_the_reference_year_on() {
        days(ForceAlarms.RUN_IN + Baseline.DAYS - 1, 10);
        assertThat(alarms.series()).isEmpty();
        days(1, 10);
        assertThat(alarms.series()).hasSize(6);
        assertThat(Stratum.values().length * OutcomeSet.values().length).isEqualTo(12);
    }

    @Test
    void one_cause_is_counted_once_and_the_widest_stratum_stands_for_it() {
        days(ForceAlarms.RUN_IN + Baseline.DAYS, 10);
        days(40, 15);
        List<Alarm> rises = changes.stream()
                .filter(change -> change.state() == Signal.Change.RAISED)
                .map(AlarmChange::alarm)
                .toList();
        assertThat(rises).hasSize(6);
        assertThat(rises.get(0).stratum()).isEqualTo(Stratum.VAIWG);
        assertThat(rises.stream().filter(alarm -> !alarm.joined())).hasSize(1);
    }

    @Test
    void a_wrong_entry_rings_and_its_correction_withdraws() {
        days(ForceAlarms.RUN_IN + Baseline.DAYS + 20, 10);
        int wrong = alarms.risk(Stratum.VAIWG).through() + 1;
        days(1, 20);
        days(1, 20);
        days(1, 20);
        assertThat(states()).containsOnly(Signal.Change.RAISED);
        changes.clear();
        for (Stratum stratum : List.of(Stratum.VAIWG, Stratum.STALKING_HARASSMENT, Stratum.STALKING)) {
            for (int day = wrong; day < wrong + 3; day++) {
                for (int i = 0; i < 10; i++) {
                    alarms.risk(stratum).end(day, day, Cause.OUTCOME_16, -1);
                    alarms.risk(stratum).end(day, day, Cause.OTHER_OUTCOME, 1);
                }
            }
        }
        days(1, 10);
        assertThat(states()).isNotEmpty().containsOnly(Signal.Change.WITHDRAWN);
        assertThat(changes.get(0).asAt()).isEqualTo(wrong + 4);
        assertThat(changes.get(0).alarm().day()).isGreaterThanOrEqualTo(WATCHED);
    }

    @Test
    void the_paragraph_names_the_figures_and_the_chance_and_blames_nobody() {
        days(ForceAlarms.RUN_IN + Baseline.DAYS, 10);
        days(12, 15);
        String text = AlarmText.of(changes.get(0).alarm());
        ShortTexts.require(text);
        assertThat(text)
                .contains("outcome 16")
                .contains("by chance one series gives one in two years")
                .doesNotContainPattern("(?i)fault|blame|refus|fail|unwilling|withdr");
    }

    private void days(int count, int outcomes16) {
        for (int i = 0; i < count; i++) {
            alarms.advance();
            for (Stratum stratum : List.of(Stratum.VAIWG, Stratum.STALKING_HARASSMENT, Stratum.STALKING)) {
                RiskDays days = alarms.risk(stratum);
                for (int crime = 0; crime < 20; crime++) {
                    boolean ended16 = crime < outcomes16;
                    days.record(days.through(), 1);
                    days.end(days.through(), days.through(), ended16 ? Cause.OUTCOME_16 : Cause.OTHER_OUTCOME, 1);
                }
            }
            changes.addAll(alarms.judge(DataMoves.NONE));
        }
    }

    private List<Signal.Change> states() {
        return changes.stream().map(AlarmChange::state).toList();
    }
}
