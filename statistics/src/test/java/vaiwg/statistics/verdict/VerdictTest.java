package vaiwg.statistics.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.statistics.signals.charts.Levels.Level.BETTER;
import static vaiwg.statistics.signals.charts.Levels.Level.SAME;
import static vaiwg.statistics.signals.charts.Levels.Level.UNKNOWN;
import static vaiwg.statistics.signals.charts.Levels.Level.WORSE;
import static vaiwg.statistics.verdict.Known.Chart.JUDGED;
import static vaiwg.statistics.verdict.Known.Chart.NONE;
import static vaiwg.statistics.verdict.Known.Chart.PROVISIONAL;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.charts.Levels;

/** Each rule of the verdict in one line. */
class VerdictTest {
    /**
     * A signal is written as chart or daily, its state, and how the figure moved; "less" of a stock that went the other way by less than
     * usual.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # what is known                               | chart       | beyond | signals                                  | stock | level   | young | state       | why
            nothing judges it                             | NONE        | no     | -                                        | no    | UNKNOWN | no    | NOT_CHARTED | FIGURE
            limits are on trial                           | PROVISIONAL | no     | -                                        | no    | UNKNOWN | no    | NOT_CHARTED | PROVISIONAL
            too few cases for a point                     | TOO_FEW     | no     | -                                        | no    | UNKNOWN | no    | TOO_FEW     | FIGURE
            an ordinary period                            | JUDGED      | no     | -                                        | no    | UNKNOWN | no    | NO_CHANGE   | FIGURE
            a period beyond limits that no signal names   | JUDGED      | yes    | -                                        | no    | UNKNOWN | no    | NO_CHANGE   | FIGURE
            one period beyond its limits                  | JUDGED      | yes    | chart WATCH WORSE                        | no    | UNKNOWN | no    | WATCH       | FIGURE
            two periods beyond their limits               | JUDGED      | yes    | chart ACT WORSE                          | no    | UNKNOWN | no    | ACT         | FIGURE
            a run inside the limits                       | JUDGED      | no     | chart ACT WORSE                          | no    | UNKNOWN | no    | WATCH       | FIGURE
            a run inside, and the daily alarm calls       | JUDGED      | no     | chart ACT WORSE + daily ACT WORSE        | no    | UNKNOWN | no    | ACT         | FIGURE
            the daily alarm alone                         | JUDGED      | no     | daily ACT WORSE                          | no    | UNKNOWN | no    | ACT         | FIGURE
            the daily alarm before there are limits       | PROVISIONAL | no     | daily ACT WORSE                          | no    | UNKNOWN | no    | ACT         | FIGURE
            a daily alarm of a cause that has one         | JUDGED      | no     | daily WATCH WORSE                        | no    | UNKNOWN | no    | WATCH       | FIGURE
            a signal whose newest period is of too few    | TOO_FEW     | no     | chart ACT WORSE                          | no    | UNKNOWN | no    | WATCH       | FIGURE
            the data changed                              | JUDGED      | yes    | chart DATA_QUALITY WORSE                 | no    | UNKNOWN | no    | WATCH       | DATA
            better, and the data changed                  | JUDGED      | yes    | chart DATA_QUALITY BETTER                | no    | UNKNOWN | no    | WATCH       | DATA
            the data changed, and an alarm of before      | JUDGED      | yes    | chart DATA_QUALITY WORSE + daily ACT WORSE | no  | UNKNOWN | no    | ACT         | FIGURE
            better                                        | JUDGED      | yes    | chart ACT BETTER                         | no    | UNKNOWN | no    | IMPROVING   | FIGURE
            a fall that the daily alarm sees              | JUDGED      | no     | daily WATCH BETTER                       | no    | UNKNOWN | no    | WATCH       | FIGURE
            better, and the daily alarm says worse        | JUDGED      | yes    | chart ACT BETTER + daily WATCH WORSE     | no    | UNKNOWN | no    | WATCH       | FIGURE
            more, where neither is better                 | JUDGED      | yes    | chart ACT MORE                           | no    | UNKNOWN | no    | ACT         | FIGURE
            a backlog that grows as ever                  | JUDGED      | no     | -                                        | yes   | WORSE   | no    | WATCH       | LEVEL
            a backlog that grows by less than usual       | JUDGED      | yes    | chart ACT BETTER less                    | yes   | WORSE   | no    | WATCH       | LEVEL
            the same, its level as a year before          | JUDGED      | yes    | chart ACT BETTER less                    | yes   | SAME    | no    | NO_CHANGE   | FIGURE
            a month's fall of a backlog that has grown    | JUDGED      | yes    | chart ACT BETTER                         | yes   | WORSE   | no    | WATCH       | LEVEL
            a fall to a year before's level               | JUDGED      | yes    | chart ACT BETTER                         | yes   | SAME    | no    | NO_CHANGE   | FIGURE
            a backlog that has become smaller             | JUDGED      | yes    | chart ACT BETTER                         | yes   | BETTER  | no    | IMPROVING   | FIGURE
            a backlog that jumps                          | JUDGED      | yes    | chart ACT WORSE                          | yes   | WORSE   | no    | ACT         | FIGURE
            a backlog that falls by less than usual       | JUDGED      | yes    | chart WATCH WORSE less                   | yes   | BETTER  | no    | NO_CHANGE   | FIGURE
            what a record is too young to judge           | JUDGED      | yes    | chart ACT WORSE                          | yes   | WORSE   | yes   | TOO_YOUNG   | FIGURE
            """)
    void the_state_of_a_figure_follows_from_what_is_known_of_it(
            String known,
            Known.Chart chart,
            String beyond,
            String signals,
            String stock,
            Levels.Level level,
            String young,
            Verdict.State state,
            Verdict.Why why) {
        Verdict verdict = Verdict.of(new Known(
                chart,
                beyond.equals("yes"),
                signals(signals),
                stock.equals("yes"),
                level,
                level == WORSE ? OptionalInt.of(5) : OptionalInt.empty(),
                young.equals("yes"),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Direction.FALLING));
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.why()).isEqualTo(why);
        assertThat(verdict.since().isPresent()).isEqualTo(state.asks() || state == Verdict.State.IMPROVING);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            a duty in every case that is met in 38 of 100 | 0.38 | 1    | RISING  | SHORT
            a duty in every case that is met in all       | 1    | 1    | RISING  | MEETS
            none is to be late, and some are              | 0.02 | 0    | FALLING | SHORT
            none is to be late, and none is               | 0    | 0    | FALLING | MEETS
            a target of a figure of too few               | -    | 1    | RISING  | NONE
            no target                                     | 0.38 | -    | RISING  | NONE
            """)
    void a_target_is_apart_from_the_state(
            String known, Double value, Double target, Direction good, Verdict.Target expected) {
        Verdict verdict = Verdict.of(new Known(
                JUDGED,
                false,
                List.of(),
                false,
                UNKNOWN,
                OptionalInt.empty(),
                false,
                value == null ? OptionalDouble.empty() : OptionalDouble.of(value),
                target == null ? OptionalDouble.empty() : OptionalDouble.of(target),
                good));
        assertThat(verdict.target()).isEqualTo(expected);
        assertThat(verdict.state()).isEqualTo(Verdict.State.NO_CHANGE);
    }

    /** Whatever its signals say. */
    @ParameterizedTest
    @ValueSource(strings = {"chart ACT BETTER", "chart ACT BETTER less", "chart WATCH WORSE less"})
    void a_backlog_is_improving_only_where_its_level_is_better(String signals) {
        for (Known.Chart chart : List.of(NONE, PROVISIONAL, JUDGED)) {
            for (Levels.Level level : List.of(UNKNOWN, SAME, WORSE, BETTER)) {
                Verdict verdict = Verdict.of(new Known(
                        chart,
                        true,
                        signals(signals),
                        true,
                        level,
                        OptionalInt.of(5),
                        false,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Direction.FALLING));
                assertThat(verdict.state() == Verdict.State.IMPROVING)
                        .isEqualTo(level == BETTER && signals.endsWith("BETTER"));
            }
        }
    }

    private static List<OpenSignal> signals(String signals) {
        return signals == null
                ? List.of()
                : Arrays.stream(signals.split(" \\+ "))
                        .map(signal -> signal.split(" "))
                        .map(words -> new OpenSignal(
                                String.join(" ", words),
                                Signal.State.valueOf(words[1]),
                                words[0].equals("daily"),
                                1,
                                Movement.valueOf(words[2]),
                                Stream.of(words).anyMatch("less"::equals),
                                100,
                                10,
                                37,
                                50,
                                30,
                                20))
                        .toList();
    }
}
