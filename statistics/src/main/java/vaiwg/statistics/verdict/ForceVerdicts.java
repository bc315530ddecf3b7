package vaiwg.statistics.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntFunction;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.AlarmSignals;
import vaiwg.statistics.signals.charts.ChartNow;
import vaiwg.statistics.signals.charts.ChartReading;
import vaiwg.statistics.signals.charts.Levels;

/**
 * The verdicts of one force at a midnight: of each figure whose chart's period ended there, on which a signal stands or ended, whose level
 * is worse, or that has a target. Those of other figures stand as they were.
 */
public final class ForceVerdicts {
    private final String force;
    private final Benchmarks benchmarks;
    private final Catalogue catalogue;
    /** The slots of the figures that have a target, as they are read. */
    private final Map<String, Integer> withTarget = new LinkedHashMap<>();

    public ForceVerdicts(Catalogue catalogue, String force) {
        this.force = force;
        this.benchmarks = catalogue.benchmarks().ofForce(force);
        this.catalogue = catalogue;
        for (Column column : catalogue.columns()) {
            column.read().filter(view -> view.basis().equals(column.basis())).ifPresent(view -> {
                int window = column.windows().indexOf(view.window());
                for (int row = 0; window >= 0 && row < column.rows().size(); row++) {
                    String slice = Slice.of(column.dimensions(row));
                    if (hasTarget(column.measure(), slice)) {
                        withTarget.putIfAbsent(key(column.measure().slug(), slice), column.slot(window, row));
                    }
                }
            });
        }
    }

    /**
     * What is known at a midnight.
     *
     * @param historyFrom the first day of the force's published history
     * @param values as published at the midnight
     * @param charts as they stand
     * @param alarms the daily alarms that stand, each as it was raised
     * @param said what is put on record with the midnight
     * @param raised the midnight at which a signal was raised, by its name
     */
    public record Midnight(
            int cutOff,
            int historyFrom,
            SlotValues values,
            List<ChartNow> charts,
            List<Signal> alarms,
            List<Signal> said,
            ToIntFunction<String> raised) {}

    /** In the order of their slots. */
    public List<SeriesVerdict> at(Midnight night) {
        Map<String, List<Signal>> alarms = new HashMap<>();
        night.alarms()
                .forEach(alarm -> alarms.computeIfAbsent(key(alarm.kpi(), alarm.slice()), key -> new ArrayList<>())
                        .add(alarm));
        Set<String> changed = new HashSet<>();
        night.said().forEach(signal -> changed.add(key(signal.kpi(), signal.slice())));
        List<SeriesVerdict> verdicts = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (ChartNow chart : night.charts()) {
            String key = key(chart.chart().measure().slug(), chart.chart().slice());
            boolean alarmed = alarms.containsKey(key) && !chart.chart().isMonthly();
            // A target is met or not before there is a chart, and is then said of the same series.
            boolean targeted = withTarget.containsKey(key)
                    && !chart.chart().isMonthly()
                    && isTold(night, chart.chart().column());
            if (chart.hasBegun() || alarmed || targeted) {
                done.add(key);
                if (alarmed
                        || chart.closed() == night.cutOff()
                        || chart.published().isPresent()
                        || changed.contains(key)
                        || withTarget.containsKey(key)
                        || level(chart, night, 0) == Levels.Level.WORSE) {
                    verdicts.add(of(
                            night,
                            chart.chart().slot(),
                            Optional.of(chart),
                            Optional.ofNullable(withTarget.get(key)),
                            alarms.getOrDefault(key, List.of())));
                }
            }
        }
        withTarget.forEach((key, slot) -> {
            if (isTold(night, catalogue.columnOfSlot(slot)) && !done.contains(key)) {
                verdicts.add(of(night, slot, Optional.empty(), Optional.of(slot), List.of()));
            }
        });
        return verdicts;
    }

    private static boolean isTold(Midnight night, Column column) {
        return night.values().toldFrom(column) < night.cutOff();
    }

    /**
     * The verdict of a figure.
     *
     * @param slot of the chart that judges it, or of the figure as it is read where none does
     * @param chart empty where there is none
     * @param targeted the slot of the figure as it is read, where it has a target
     */
    private SeriesVerdict of(
            Midnight night, int slot, Optional<ChartNow> chart, Optional<Integer> targeted, List<Signal> alarms) {
        Column column = catalogue.columnOfSlot(slot);
        Measure measure = column.measure();
        Optional<ChartReading> reading = chart.flatMap(ChartNow::reading);
        Optional<ChartNow.PublishedSignal> published = chart.flatMap(ChartNow::published);
        List<OpenSignal> signals = new ArrayList<>();
        published.ifPresent(signal -> signals.add(ofChart(night, chart.get(), signal, reading)));
        alarms.forEach(alarm -> signals.add(ofAlarm(night, measure, alarm)));
        Optional<SlotValues.Figure> read = targeted.flatMap(of -> read(night, catalogue.columnOfSlot(of), of));
        OptionalDouble target = targeted.map(of -> target(night, catalogue.columnOfSlot(of), of))
                .orElse(OptionalDouble.empty());
        Levels.Level level = chart.map(now -> level(now, night, 0)).orElse(Levels.Level.UNKNOWN);
        Known known = new Known(
                chart.map(now -> chart(now, reading)).orElse(Known.Chart.NONE),
                published
                        .filter(signal -> reading.filter(newest -> newest.beyond() == signal.amount())
                                .isPresent())
                        .isPresent(),
                signals,
                column.isStock(),
                level,
                level == Levels.Level.WORSE ? OptionalInt.of(levelSince(chart.get(), night)) : OptionalInt.empty(),
                chart.filter(now -> isYoung(now, night)).isPresent(),
                value(measure, read),
                target,
                measure.direction());
        return new SeriesVerdict(
                slot,
                column,
                Verdict.of(known),
                chart,
                reading,
                signals,
                chart.flatMap(now -> levels(now, 0)),
                read,
                target);
    }

    private static Known.Chart chart(ChartNow now, Optional<ChartReading> reading) {
        if (!now.hasBegun()) {
            return Known.Chart.PROVISIONAL;
        }
        if (reading.isEmpty()) {
            return Known.Chart.TOO_FEW;
        }
        return reading.get().isTrial() || !reading.get().hasLimits() ? Known.Chart.PROVISIONAL : Known.Chart.JUDGED;
    }

    private OpenSignal ofChart(
            Midnight night, ChartNow now, ChartNow.PublishedSignal published, Optional<ChartReading> reading) {
        Measure measure = now.chart().measure();
        String id = Signal.id(
                force,
                measure.slug(),
                now.chart().column().basis().slug(),
                now.chart().window().slug(),
                now.chart().slice(),
                published.rule().slug(),
                published.day());
        double change = now.chart().isStock() ? reading.map(ChartReading::value).orElse(0.0) : published.amount();
        int raised = night.raised().applyAsInt(id);
        return new OpenSignal(
                id,
                published.state(),
                false,
                published.amount(),
                Movement.of(measure.direction(), published.amount()),
                change * published.amount() <= 0,
                raised,
                published.since(),
                Math.max(published.day(), now.lastDayAt(raised).orElse(published.day())),
                0,
                0,
                0);
    }

    private OpenSignal ofAlarm(Midnight night, Measure measure, Signal alarm) {
        String id = alarm.id(force);
        return new OpenSignal(
                id,
                alarm.state(),
                alarm.basis().equals(AlarmSignals.BASIS),
                alarm.amount(),
                Movement.of(measure.direction(), alarm.amount()),
                false,
                night.raised().applyAsInt(id),
                alarm.since(),
                alarm.day(),
                alarm.n(),
                alarm.observed(),
                alarm.expected());
    }

    private static boolean isYoung(ChartNow now, Midnight night) {
        Column column = now.chart().column();
        int from = Math.max(night.historyFrom(), night.values().toldFrom(column));
        return column.isStock()
                && night.cutOff() < (long) from + column.measure().youngFor(column.basis(), column.variant());
    }

    private static Levels.Level level(ChartNow now, Midnight night, int periodsBack) {
        return isYoung(now, night)
                ? Levels.Level.UNKNOWN
                : levels(now, periodsBack)
                        .map(levels -> levels.of(now.chart().measure()))
                        .orElse(Levels.Level.UNKNOWN);
    }

    private static Optional<Levels> levels(ChartNow now, int periodsBack) {
        return now.chart().isStock() ? now.levels(periodsBack) : Optional.empty();
    }

    /** The last day of the first of the newest periods running at whose end the level was worse. */
    private static int levelSince(ChartNow now, Midnight night) {
        int back = 0;
        while (level(now, night, back + 1) == Levels.Level.WORSE) {
            back++;
        }
        return now.lastDay(back);
    }

    private static Optional<SlotValues.Figure> read(Midnight night, Column column, int slot) {
        SlotValues.Figure figure = new SlotValues.Figure(
                night.values().numerator(slot), night.values().denominator(slot));
        boolean known = column.isCount()
                ? night.cutOff() - column.windowOfSlot(slot).length() >= night.historyFrom()
                : figure.denominator() >= Math.max(1, column.measure().minimumN());
        return known ? Optional.of(figure) : Optional.empty();
    }

    private static OptionalDouble value(Measure measure, Optional<SlotValues.Figure> read) {
        return read.map(figure -> switch (measure.kind()) {
                    case COUNT, PERCENTILE -> OptionalDouble.of(figure.numerator());
                    case SHARE, RATE, POPULATION_RATE ->
                        OptionalDouble.of((double) figure.numerator() / figure.denominator());
                })
                .orElse(OptionalDouble.empty());
    }

    private OptionalDouble target(Midnight night, Column column, int slot) {
        return benchmarks.target(
                column.measure().slug(),
                Slice.of(column.dimensionsOfSlot(slot)),
                LocalDate.ofEpochDay(night.cutOff() - 1));
    }

    private boolean hasTarget(Measure measure, String slice) {
        return benchmarks.target(measure.slug(), slice, LocalDate.MAX).isPresent();
    }

    private static String key(String kpi, String slice) {
        return kpi + "|" + slice;
    }
}
