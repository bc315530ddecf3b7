package vaiwg.statistics.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.charts.ChartNow;
import vaiwg.statistics.signals.charts.ChartReading;
import vaiwg.statistics.signals.charts.Levels;

/**
 * The verdict of a figure, with what it rests on.
 *
 * @param slot of the chart that judges it, or of the figure as it is read where none does
 * @param chart empty where there is none
 * @param reading the newest period of the chart
 * @param signals the signals that are open on it
 * @param levels of a stock that is judged by them
 * @param read the figure as it is read, where it has a target
 * @param target in the measure's unit
 */
public record SeriesVerdict(
        int slot,
        Column column,
        Verdict verdict,
        Optional<ChartNow> chart,
        Optional<ChartReading> reading,
        List<OpenSignal> signals,
        Optional<Levels> levels,
        Optional<SlotValues.Figure> read,
        OptionalDouble target) {
    private static final Comparator<OpenSignal> LOUDEST = Comparator.comparing(
                    (OpenSignal signal) -> signal.state() != Signal.State.ACT)
            .thenComparing(OpenSignal::daily)
            .thenComparing(OpenSignal::raised)
            .thenComparing(OpenSignal::id);

    public Measure measure() {
        return column.measure();
    }

    /** As in the tables: empty for the total. */
    public String slice() {
        return Slice.of(dimensions());
    }

    public String theme() {
        return dimensions().getOrDefault("theme", "");
    }

    public String lpa() {
        return dimensions().getOrDefault("lpa", "");
    }

    /** The signal by which its state is decided; empty where none does. */
    public Optional<OpenSignal> speaks() {
        return switch (verdict.state()) {
            case ACT, WATCH ->
                signals.stream()
                        .filter(signal -> signal.asks() && !signal.byLess())
                        .min(LOUDEST);
            case IMPROVING -> signals.stream().filter(signal -> !signal.asks()).min(LOUDEST);
            case NO_CHANGE, TOO_FEW, TOO_YOUNG, NOT_CHARTED -> Optional.empty();
        };
    }

    /** Whether the daily alarm alone says so, and no chart: the numbers of a chart are newer, and are those of the chart that is shown. */
    public boolean isDaily() {
        return speaks().filter(OpenSignal::daily)
                .filter(alarm -> reading.isEmpty()
                        || signals.stream()
                                .noneMatch(signal -> !signal.daily()
                                        && signal.asks()
                                        && !signal.byLess()
                                        && signal.amount() == alarm.amount()))
                .isPresent();
    }

    /** The same as its matter says it, which is to be acted on. */
    SeriesVerdict toActOn() {
        return new SeriesVerdict(
                slot,
                column,
                new Verdict(Verdict.State.ACT, verdict.target(), verdict.why(), verdict.since()),
                chart,
                reading,
                signals,
                levels,
                read,
                target);
    }

    /** Which way it moved: 1 for more, -1 for less; 0 where nothing is to be said. */
    public int amount() {
        return speaks().map(OpenSignal::amount)
                .orElseGet(() -> verdict.why() == Verdict.Why.LEVEL
                        ? Integer.signum(levels.orElseThrow().more(measure()))
                        : 0);
    }

    /** How many more people there are than usual, fewer where it is negative; empty where that is not counted. */
    public OptionalInt more() {
        if (verdict.why() == Verdict.Why.LEVEL) {
            return OptionalInt.of(levels.orElseThrow().more(measure()));
        }
        if (isDaily()) {
            OpenSignal alarm = speaks().orElseThrow();
            return OptionalInt.of((int) Math.rint(alarm.observed() - alarm.expected()));
        }
        return reading.filter(ChartReading::hasLimits).map(ChartReading::more).orElse(OptionalInt.empty());
    }

    /** The midnight from which it may be asked about: the first of its signals. */
    OptionalInt raised() {
        return signals.stream().mapToInt(OpenSignal::raised).min();
    }

    private Map<String, String> dimensions() {
        return column.dimensionsOfSlot(slot);
    }
}
