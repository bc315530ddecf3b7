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

    /** A chart that was closed: its history, whose open signal follows, and its reading. */
    record Closed(ChartHistory history, ChartReading reading) {}

    /** Judges the charts closed at a cut-off; what is to be put on record, in their order. */
    static List<Signal> judge(int asAt, List<Closed> closed) {
        SignalJudge judge = new SignalJudge(asAt);
        closed.stream().filter(one -> one.reading.chart().signals()).forEach(judge::follow);
        return judge.signals;
    }

    private void follow(Closed closed) {
        ChartReading reading = closed.reading;
        Optional<Completed> completed = reading.completed();
        Optional<SignalStatus> open = closed.history.signal();
        if (completed.isEmpty()) {
            open.ifPresent(old -> end(reading, old));
            closed.history.replaceSignal(null);
            return;
        }
        Completed now = completed.get();
        Signal.State state = state(reading.blocks()).orElseThrow();
        Optional<SignalStatus> goesOn = open.filter(old -> old.goesOnWith(now.side(), state));
        if (goesOn.isEmpty()) {
            open.ifPresent(old -> end(reading, old));
        }
        closed.history.replaceSignal(
                goesOn.map(old -> publish(reading, old, state)).orElseGet(() -> begin(reading, now, state)));
    }

    /** How to take the newest point of a chart, by its two newest blocks; empty where it completes no rule. */
    static Optional<Signal.State> state(SpcChart chart) {
        return chart.completed().map(newest -> {
            if (chart.newest().block().qualityMoved()) {
                return Signal.State.DATA_QUALITY;
            }
            int before = chart.indexBefore();
            boolean confirmed = chart.completedAt(before)
                    .filter(completed -> completed.side() == newest.side())
                    .isPresent();
            return confirmed && !chart.points().get(before).block().qualityMoved()
                    ? Signal.State.ACT
                    : Signal.State.WATCH;
        });
    }

    /** One block alone is to be watched, or speaks of the data. */
    private SignalStatus begin(ChartReading reading, Completed completed, Signal.State state) {
        Signal.State first = state == Signal.State.ACT ? Signal.State.WATCH : state;
        SignalStatus begun = new SignalStatus(
                completed.rule(),
                completed.side(),
                first,
                reading.lastDay(),
                reading.blocks().sinceOf(completed.rule()),
                false);
        return publish(reading, begun, first);
    }

    /** The signal after a block, published in the state that the block gives it where that is new, and singled out. */
    private SignalStatus publish(ChartReading reading, SignalStatus signal, Signal.State state) {
        boolean isNew = !signal.published() || state == Signal.State.ACT && signal.state() == Signal.State.WATCH;
        if (!isNew || !Evidence.singlesOut(reading, signal.side(), signal.since())) {
            return signal;
        }
        SignalStatus now = signal.publishedAs(state);
        publish(reading, now, signal.published() ? Change.CONFIRMED : Change.RAISED);
        return now;
    }

    private void end(ChartReading reading, SignalStatus signal) {
        if (signal.published()) {
            publish(reading, signal, Change.ENDED);
        }
    }

    private void publish(ChartReading reading, SignalStatus signal, Change change) {
        Chart chart = reading.chart();
        Limits limits = reading.standingLimits();
        signals.add(new Signal(
                asAt,
                chart.measure().slug(),
                chart.column().basis().slug(),
                chart.window().slug(),
                chart.slice(),
                signal.rule().slug(),
                signal.state(),
                change,
                signal.day(),
                signal.since(),
                reading.n(),
                reading.value(),
                limits.centre(),
                reading.blocks().kind().amount(signal.side()),
                reading.dispersion(),
                SignalText.falseAlarms(),
                SignalText.of(reading, signal, change)));
    }
}
