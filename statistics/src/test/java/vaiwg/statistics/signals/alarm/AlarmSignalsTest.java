package vaiwg.statistics.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.ShortTexts;
import vaiwg.statistics.signals.Signal;

class AlarmSignalsTest {
    private static final int DAY = 20_000;

    @Test
    void an_alarm_is_a_signal_of_the_measure_that_counts_its_outcomes() {
        Signal signal = AlarmSignals.of(
                new AlarmChange(
                        alarm(Stratum.RAPE, OutcomeSet.OUTCOME_16, Shift.RISE, false), Signal.Change.RAISED, DAY + 1),
                DAY + 1);
        assertThat(signal.kpi()).isEqualTo("victim_attrition");
        assertThat(signal.basis()).isEqualTo("daily");
        assertThat(signal.slice()).isEqualTo("theme=rape");
        assertThat(signal.rule()).isEqualTo("daily_rise");
        assertThat(signal.asAt()).isEqualTo(DAY + 1);
        assertThat(signal.day()).isEqualTo(DAY);
        assertThat(signal.since()).isEqualTo(DAY - 9);
        assertThat(signal.n()).isEqualTo(400);
        assertThat(signal.observed()).isEqualTo(60);
        assertThat(signal.expected()).isEqualTo(40.5);
        assertThat(signal.dispersion()).isEqualTo(1.25);
        assertThat(signal.falseAlarms()).isEqualTo("By chance one series gives one in two years.");
        assertThat(signal.paragraph())
                .isEqualTo(
                        "60 cases of rape became known to have ended with outcome 16 from 25 September to 4 October 2024, above the 40.5"
                                + " expected (400 were open on the last day). Find the cause; by chance one series gives one in two years.");
    }

    @ParameterizedTest
    @EnumSource
    void every_set_of_outcomes_has_its_measure(OutcomeSet outcomes) {
        assertThat(ShippedCatalogue.get().measures()).extracting(Measure::slug).contains(outcomes.kpi());
    }

    @ParameterizedTest
    @CsvSource({"RISE,false,ACT", "RISE,true,WATCH", "FALL,false,WATCH", "FALL,true,WATCH"})
    void a_rise_calls_for_action_once_for_one_cause_and_a_fall_for_a_second_look(
            Shift shift, boolean joined, Signal.State state) {
        Alarm alarm = alarm(Stratum.VAIWG, OutcomeSet.OUTCOMES_14_AND_16, shift, joined);
        Signal signal = AlarmSignals.of(new AlarmChange(alarm, Signal.Change.RAISED, DAY + 1), DAY + 1);
        assertThat(signal.state()).isEqualTo(state);
        assertThat(signal.slice()).isEmpty();
        assertThat(signal.rule()).isEqualTo("daily_" + shift.slug());
    }

    @ParameterizedTest
    @EnumSource
    void where_the_data_changed_any_alarm_speaks_of_the_data(Shift shift) {
        Alarm raised = alarm(Stratum.RAPE, OutcomeSet.OUTCOME_16, shift, false);
        Signal turned =
                AlarmSignals.of(new AlarmChange(raised.withDataMoved(true), Signal.Change.TURNED, DAY + 20), DAY + 20);
        assertThat(turned.state()).isEqualTo(Signal.State.DATA_QUALITY);
        assertThat(turned.paragraph())
                .contains("60 cases of rape", DataMoves.WORDS, "a period that has ended since shows");
        assertThat(turned.id("a"))
                .isEqualTo(AlarmSignals.of(new AlarmChange(raised, Signal.Change.RAISED, DAY + 1), DAY + 1)
                        .id("a"));
    }

    @Test
    void one_that_calls_in_the_place_of_another_says_so_and_was_to_be_watched() {
        Alarm joined = alarm(Stratum.VAIWG, OutcomeSet.OUTCOME_16, Shift.RISE, true);
        AlarmChange change = new AlarmChange(joined.withJoined(false), Signal.Change.TURNED, DAY + 20);
        Signal calls = AlarmSignals.of(change, DAY + 20);
        assertThat(calls.state()).isEqualTo(Signal.State.ACT);
        assertThat(calls.change()).isEqualTo(Signal.Change.TURNED);
        assertThat(calls.paragraph())
                .contains("calls for action now", "by chance one series gives one in two years")
                .doesNotContain(DataMoves.WORDS);
        assertThat(change.turnedFrom()).isEqualTo(joined);
        assertThat(new AlarmChange(joined.withDataMoved(true), Signal.Change.TURNED, DAY + 20).turnedFrom())
                .isEqualTo(joined);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIRMED")
    void whatever_becomes_of_it_it_keeps_its_id_and_tells_what_it_was(Signal.Change state) {
        Alarm alarm = alarm(Stratum.STALKING, OutcomeSet.OUTCOME_16, Shift.RISE, false);
        Signal raised = AlarmSignals.of(new AlarmChange(alarm, Signal.Change.RAISED, DAY + 1), DAY + 1);
        Signal later = AlarmSignals.of(new AlarmChange(alarm, state, DAY + 9), DAY + 9);
        assertThat(later.change().slug()).isEqualTo(state.slug());
        assertThat(later.id("a")).isEqualTo(raised.id("a")).hasSize(12).isNotEqualTo(raised.id("b"));
        assertThat(later.paragraph())
                .contains(raised.paragraph().substring(0, raised.paragraph().indexOf(". ") + 1));
    }

    @ParameterizedTest
    @EnumSource
    void every_alarm_is_two_sentences_that_name_numbers_and_blame_nobody(Stratum stratum) {
        for (OutcomeSet outcomes : OutcomeSet.values()) {
            for (Shift shift : Shift.values()) {
                for (Signal.Change state : Signal.Change.values()) {
                    for (boolean joined : new boolean[] {false, true}) {
                        for (boolean moved : new boolean[] {false, true}) {
                            Alarm alarm =
                                    alarm(stratum, outcomes, shift, joined).withDataMoved(moved);
                            String text = AlarmText.of(new AlarmChange(alarm, state, DAY + 9));
                            ShortTexts.require(text);
                            assertThat(text)
                                    .contains(
                                            "60 cases of " + stratum.words() + " ",
                                            outcomes.words() + " ",
                                            "40.5",
                                            "400");
                        }
                    }
                }
            }
        }
    }

    private static Alarm alarm(Stratum stratum, OutcomeSet outcomes, Shift shift, boolean joined) {
        return new Alarm(stratum, outcomes, shift, DAY + 1, DAY, DAY - 9, 400, 60, 40.5, 1.25, joined, false);
    }
}
