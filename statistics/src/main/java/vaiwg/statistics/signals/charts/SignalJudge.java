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
        ChartReading reading = closed.reading;
        Optional<Completed> completed = reading.completed();
        Optional<ChartStanding> standing = closed.history.standing();
        if (completed.isEmpty()) {
            standing.ifPresent(old -> end(reading, old));
            closed.history.stand(null);
            return;
        }
        Completed now = completed.get();
        Signal.State state = state(reading.blocks()).orElseThrow();
        Optional<ChartStanding> goesOn = standing.filter(old -> old.goesOnWith(now.side(), state));
        if (goesOn.isEmpty()) {
            standing.ifPresent(old -> end(reading, old));
        }
        closed.history.stand(goesOn.map(old -> tell(reading, old, state)).orElseGet(() -> begin(reading, now, state)));
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
    private ChartStanding begin(ChartReading reading, Completed completed, Signal.State state) {
        Signal.State first = state == Signal.State.ACT ? Signal.State.WATCH : state;
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
    private ChartStanding tell(ChartReading reading, ChartStanding stands, Signal.State state) {
        boolean isNew = !stands.told() || state == Signal.State.ACT && stands.state() == Signal.State.WATCH;
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
                standing.state(),
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
