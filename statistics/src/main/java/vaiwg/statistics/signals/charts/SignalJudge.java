package vaiwg.statistics.signals.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.ChartPlan.Family;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.Signal.Change;
import vaiwg.statistics.signals.charts.BlockChart.Completed;

/**
 * What charts that were closed together say. A completed rule is to be watched, and to be acted upon when the next block confirms it
 * and it is singled out among all charts of its family: of those, a tenth at most may be there by chance. The pack's charts are one
 * family, all others a second one, of which only what is to be acted upon is told: there are many. A chart that is only shown is in
 * neither: the same cases are told of by the chart of a shorter horizon.
 */
final class SignalJudge {
    private final int asAt;
    private final List<Signal> signals = new ArrayList<>();

    private SignalJudge(int asAt) {
        this.asAt = asAt;
    }

    /** A chart that was closed: its history, whose standing signal follows, and its reading. */
    record Closed(ChartHistory history, ChartReading reading) {}

    /** Judges the charts closed at a boundary; what is to be put on record, in their order. */
    static List<Signal> judge(int asAt, List<Closed> closed) {
        SignalJudge judge = new SignalJudge(asAt);
        for (Family family : List.of(Family.PACK, Family.OTHER)) {
            judge.judgeFamily(closed.stream()
                    .filter(one -> one.reading.chart().family() == family)
                    .toList());
        }
        return judge.signals;
    }

    private void judgeFamily(List<Closed> family) {
        double[] probabilities = family.stream()
                .filter(one -> one.reading.hasLimits() && !one.reading.isTrial())
                .mapToDouble(one -> one.reading.probability())
                .toArray();
        double threshold = FalseDiscovery.threshold(probabilities, FalseDiscovery.RATE);
        family.forEach(one -> follow(one, one.reading.probability() <= threshold));
    }

    private void follow(Closed closed, boolean singledOut) {
        ChartHistory history = closed.history;
        ChartReading reading = closed.reading;
        Optional<Standing> standing = history.standing();
        SignalState state = reading.state();
        Optional<Completed> completed = reading.completed();
        boolean goesOn = completed.isPresent()
                && standing.isPresent()
                && (state == SignalState.DATA_QUALITY
                        ? standing.get().state() == state
                                && standing.get().side() == completed.get().side()
                        : standing.get().goesOnWith(completed.get().side()));
        if (!goesOn) {
            standing.ifPresent(old -> end(reading, old));
            history.stand(completed.map(now -> raise(reading, now, state)).orElse(null));
        }
        boolean toAct = state == SignalState.ACT && singledOut;
        if (toAct && history.standing().orElseThrow().state() == SignalState.WATCH) {
            confirm(history, reading);
        }
    }

    private Standing raise(ChartReading reading, Completed completed, SignalState state) {
        Chart chart = reading.chart();
        Standing standing = new Standing(
                completed.rule(),
                completed.side(),
                state == SignalState.DATA_QUALITY ? state : SignalState.WATCH,
                reading.lastDay(),
                reading.blocks().sinceOf(completed.rule()),
                chart.inPack());
        if (standing.told()) {
            tell(reading, standing, Change.RAISED);
        }
        return standing;
    }

    private void confirm(ChartHistory history, ChartReading reading) {
        Standing watched = history.standing().orElseThrow();
        Standing confirmed = watched.with(SignalState.ACT);
        history.stand(confirmed);
        tell(reading, confirmed, watched.told() ? Change.CONFIRMED : Change.RAISED);
    }

    private void end(ChartReading reading, Standing standing) {
        if (standing.told()) {
            tell(reading, standing, Change.ENDED);
        }
    }

    private void tell(ChartReading reading, Standing standing, Change change) {
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
                reading.dispersion(),
                SignalText.falseAlarms(reading, standing.state()),
                SignalText.of(reading, standing, change)));
    }
}
