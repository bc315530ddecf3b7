package vaiwg.statistics.signals.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.Signal.Change;
import vaiwg.statistics.signals.charts.SpcChart.Completed;

/**
 * What charts that were closed together say. A completed rule is to be watched, and to be acted upon when the next block confirms it. Either
 * is told only where it is singled out among all charts of the force ({@link Evidence}). A chart that is only shown tells nothing: the same
 * cases are told of by the chart of a shorter horizon.
 */
final class SignalJudge {
    private final int asAt;
    private final List<Signal> signals = new ArrayList<>();

    private SignalJudge(int asAt) {
        this.asAt = asAt;
    }

    /** A chart that was closed: its history, whose standing signal follows, and its reading. */
    record Closed(ChartHistory history, ChartReading reading) {}

    /** Judges the charts closed at a cut-off; what is to be put on record, in their order. */
    static List<Signal> judge(int asAt, List<Closed> closed) {
        SignalJudge judge = new SignalJudge(asAt);
        closed.stream().filter(one -> one.reading.chart().signals()).forEach(judge::follow);
        return judge.signals;
    }

    private void follow(Closed closed) {
        ChartHistory history = closed.history;
        ChartReading reading = closed.reading;
        Optional<Completed> completed = reading.completed();
        Optional<ChartStanding> standing = history.standing();
        SignalState state = reading.state();
        boolean goesOn = completed.isPresent()
                && standing.isPresent()
                && (state == SignalState.DATA_QUALITY
                        ? standing.get().state() == state
                                && standing.get().side() == completed.get().side()
                        : standing.get().goesOnWith(completed.get().side()));
        if (!goesOn) {
            standing.ifPresent(old -> end(reading, old));
        }
        history.stand(completed
                .map(now -> goesOn ? tell(reading, standing.get(), state) : begin(reading, now, state))
                .orElse(null));
    }

    /** One block alone is to be watched, or speaks of the data. */
    private ChartStanding begin(ChartReading reading, Completed completed, SignalState state) {
        SignalState first = state == SignalState.DATA_QUALITY ? state : SignalState.WATCH;
        ChartStanding begun = new ChartStanding(
                completed.rule(),
                completed.side(),
                first,
                reading.lastDay(),
                reading.blocks().sinceOf(completed.rule()),
                false);
        return tell(reading, begun, first);
    }

    /** What stands after a block, told in the state that the block gives it where that is new, and singled out. */
    private ChartStanding tell(ChartReading reading, ChartStanding stands, SignalState state) {
        boolean isNew = !stands.told() || state == SignalState.ACT && stands.state() == SignalState.WATCH;
        if (!isNew || !Evidence.singlesOut(reading, stands.side(), stands.since())) {
            return stands;
        }
        ChartStanding now = stands.tellingOf(state);
        tell(reading, now, stands.told() ? Change.CONFIRMED : Change.RAISED);
        return now;
    }

    private void end(ChartReading reading, ChartStanding standing) {
        if (standing.told()) {
            tell(reading, standing, Change.ENDED);
        }
    }

    private void tell(ChartReading reading, ChartStanding standing, Change change) {
        Chart chart = reading.chart();
        Limits limits = reading.standingLimits();
        signals.add(new Signal(
                asAt,
                chart.measure().slug(),
                chart.column().basis().slug(),
                chart.window().slug(),
                chart.slice(),
                standing.rule().slug(),
                Signal.State.valueOf(standing.state().name()),
                change,
                standing.day(),
                standing.since(),
                reading.n(),
                reading.value(),
                limits.centre(),
                reading.blocks().kind().amount(standing.side()),
                reading.dispersion(),
                SignalText.falseAlarms(),
                SignalText.of(reading, standing, change)));
    }
}
