package vaiwg.statistics.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.statistics.signals.DataMoves;

/** Rape rises first, and in all offences and domestic abuse outcomes rise a little later. */
class RelatedAlarmsTest {
    private static final int ORDINARY = 10;
    private static final int RISEN = 15;
    /** Days in which a rise rings for certain. */
    private static final int RINGS = 12;

    private ForceAlarms alarms = ordinary();

    @Test
    void nothing_is_joined_to_an_alarm_that_speaks_of_the_data() {
        assertThat(rapeRises(RINGS, moved("rape")))
                .containsExactly("RAPE 16 DATA_QUALITY RAISED", "RAPE 14_16 DATA_QUALITY RAISED");
        assertThat(allRise(RINGS, moved("rape")))
                .startsWith("VAIWG 16 ACT RAISED")
                .contains("DOMESTIC_ABUSE 16 WATCH RAISED")
                .filteredOn(said -> said.contains("ACT"))
                .hasSize(1);
    }

    @Test
    void nor_to_one_that_turns_to_the_data_at_the_same_midnight() {
        rapeRises(RINGS, DataMoves.NONE);
        int quiet = 0;
        while (allRise(1, DataMoves.NONE).isEmpty()) {
            quiet++;
        }
        alarms = ordinary();
        assertThat(rapeRises(RINGS, DataMoves.NONE)).contains("RAPE 16 ACT RAISED");
        assertThat(allRise(quiet, DataMoves.NONE)).isEmpty();
        assertThat(allRise(1, moved("rape")))
                .startsWith("VAIWG 16 ACT RAISED")
                .contains("RAPE 16 DATA_QUALITY TURNED")
                .filteredOn(said -> said.contains("ACT"))
                .hasSize(1);
    }

    @Test
    void where_the_one_that_called_turns_to_the_data_the_widest_joined_to_it_calls() {
        assertThat(rapeRises(RINGS, DataMoves.NONE)).containsExactly("RAPE 16 ACT RAISED", "RAPE 14_16 WATCH RAISED");
        assertThat(allRise(RINGS, DataMoves.NONE))
                .hasSize(4)
                .startsWith("VAIWG 16 WATCH RAISED")
                .contains("DOMESTIC_ABUSE 16 WATCH RAISED");
        assertThat(allRise(1, moved("rape")))
                .containsExactly(
                        "RAPE 16 DATA_QUALITY TURNED", "RAPE 14_16 DATA_QUALITY TURNED", "VAIWG 16 ACT TURNED");
        assertThat(allRise(1, moved("rape"))).as("said once").isEmpty();
        assertThat(allRise(1, moved("rape", "")))
                .as("and so on")
                .containsExactly(
                        "VAIWG 16 DATA_QUALITY TURNED",
                        "VAIWG 14_16 DATA_QUALITY TURNED",
                        "DOMESTIC_ABUSE 16 ACT TURNED");
    }

    @Test
    void likewise_what_was_joined_to_it_through_one_that_turns_with_it() {
        rapeRises(RINGS, DataMoves.NONE);
        allRise(RINGS, DataMoves.NONE);
        assertThat(allRise(1, moved("rape", ""))).hasSize(5).endsWith("DOMESTIC_ABUSE 16 ACT TURNED");
    }

    @Test
    void where_somebody_has_seen_the_one_that_called_nothing_calls_in_its_place() {
        rapeRises(RINGS, DataMoves.NONE);
        allRise(RINGS, DataMoves.NONE);
        alarms.acknowledge(Stratum.RAPE, OutcomeSet.OUTCOME_16, Shift.RISE, alarms.through() + 1);
        assertThat(allRise(1, DataMoves.NONE)).containsExactly("RAPE 16 ACT ACKNOWLEDGED");
        assertThat(allRise(1, moved("rape"))).containsExactly("RAPE 14_16 DATA_QUALITY TURNED");
    }

    @Test
    void where_the_one_that_called_is_withdrawn_the_widest_that_still_stands_calls() {
        rapeRises(RINGS, DataMoves.NONE);
        allRise(RINGS, DataMoves.NONE);
        RiskDays rape = alarms.risk(Stratum.RAPE);
        for (int day = rape.through() - 2 * RINGS + 1; day <= rape.through(); day++) {
            rape.end(day, day, Cause.OUTCOME_16, ORDINARY - RISEN);
            rape.end(day, day, Cause.OTHER_OUTCOME, RISEN - ORDINARY);
        }
        assertThat(rapeAloneIsOrdinary())
                .containsExactly("RAPE 16 ACT WITHDRAWN", "RAPE 14_16 WATCH WITHDRAWN", "VAIWG 16 ACT TURNED");
    }

    private List<String> rapeAloneIsOrdinary() {
        return days(
                alarms,
                1,
                DataMoves.NONE,
                Map.of(Stratum.VAIWG, RISEN, Stratum.RAPE, ORDINARY, Stratum.DOMESTIC_ABUSE, RISEN));
    }

    private List<String> rapeRises(int days, DataMoves moves) {
        return days(
                alarms,
                days,
                moves,
                Map.of(Stratum.VAIWG, ORDINARY, Stratum.RAPE, RISEN, Stratum.DOMESTIC_ABUSE, ORDINARY));
    }

    private List<String> allRise(int days, DataMoves moves) {
        return days(
                alarms, days, moves, Map.of(Stratum.VAIWG, RISEN, Stratum.RAPE, RISEN, Stratum.DOMESTIC_ABUSE, RISEN));
    }

    private static ForceAlarms ordinary() {
        ForceAlarms alarms = new ForceAlarms(
                TwentyADay.FIRST, Thresholds.shipped(), CodeMaps.shipped().workingDays());
        Map<Stratum, Integer> outcomes =
                Map.of(Stratum.VAIWG, ORDINARY, Stratum.RAPE, ORDINARY, Stratum.DOMESTIC_ABUSE, ORDINARY);
        assertThat(days(alarms, ForceAlarms.RUN_IN + Baseline.DAYS, DataMoves.NONE, outcomes))
                .isEmpty();
        return alarms;
    }

    private static DataMoves moved(String... themes) {
        return (kpi, theme, firstDay, lastDay) -> Set.of(themes).contains(theme);
    }

    /** So many outcomes 16 of each stratum's twenty cases a day. */
    private static List<String> days(ForceAlarms alarms, int days, DataMoves moves, Map<Stratum, Integer> outcomes16) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            alarms.advance();
            outcomes16.forEach((stratum, outcomes) -> {
                RiskDays risk = alarms.risk(stratum);
                for (int crime = 0; crime < 20; crime++) {
                    risk.record(risk.through(), 1);
                    Cause cause = crime < outcomes ? Cause.OUTCOME_16 : Cause.OTHER_OUTCOME;
                    risk.end(risk.through(), risk.through(), cause, 1);
                }
            });
            for (AlarmChange change : alarms.judge(moves)) {
                said.add(String.join(
                        " ",
                        change.alarm().stratum().name(),
                        change.alarm().outcomes().slug(),
                        AlarmSignals.of(change, change.asAt()).state().name(),
                        change.state().name()));
            }
        }
        return said;
    }
}
