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
import vaiwg.kpis.catalogue.SliceRows;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.AlarmSignals;
import vaiwg.statistics.signals.charts.ChartNow;
import vaiwg.statistics.signals.charts.ChartReading;

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
                    String slice = SliceRows.text(column.dimensions(row));
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
                        || chart.told().isPresent()
                        || changed.contains(key)
                        || withTarget.containsKey(key)
                        || level(chart, night, 0) == Known.Level.WORSE) {
                    verdicts.add(of(night, key, chart, alarms.getOrDefault(key, List.of())));
                }
            }
        }
        withTarget.forEach((key, slot) -> {
            Column column = catalogue.columnOfSlot(slot);
            if (isTold(night, column) && !done.contains(key)) {
                verdicts.add(uncharted(night, column, slot));
            }
        });
        return verdicts;
    }

    private static boolean isTold(Midnight night, Column column) {
        return night.values().toldFrom(column) < night.cutOff();
    }

    private SeriesVerdict uncharted(Midnight night, Column column, int slot) {
        Optional<SlotValues.Figure> read = read(night, column, slot);
        OptionalDouble target = target(night, column, slot);
        Known known = new Known(
                Known.Chart.NONE,
                false,
                List.of(),
                false,
                Known.Level.UNKNOWN,
                OptionalInt.empty(),
                false,
                value(column.measure(), read),
                target,
                column.measure().direction());
        return new SeriesVerdict(
                slot,
                column,
                Verdict.of(known),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                read,
                target);
    }

    private SeriesVerdict of(Midnight night, String key, ChartNow now, List<Signal> alarms) {
        Column column = now.chart().column();
        Measure measure = column.measure();
        Optional<ChartReading> reading = now.reading();
        List<Standing> standing = new ArrayList<>();
        now.told().ifPresent(told -> standing.add(ofChart(night, now, told, reading)));
        alarms.forEach(alarm -> standing.add(ofAlarm(night, measure, alarm)));
        Optional<SlotValues.Figure> read = Optional.empty();
        OptionalDouble target = OptionalDouble.empty();
        if (withTarget.containsKey(key)) {
            int slot = withTarget.get(key);
            read = read(night, catalogue.columnOfSlot(slot), slot);
            target = target(night, catalogue.columnOfSlot(slot), slot);
        }
        Known.Level level = level(now, night, 0);
        Known known = new Known(
                chart(now, reading),
                now.told()
                        .filter(told -> reading.filter(newest -> newest.beyond() == told.amount())
                                .isPresent())
                        .isPresent(),
                standing,
                column.isStock(),
                level,
                level == Known.Level.WORSE ? OptionalInt.of(levelSince(now, night)) : OptionalInt.empty(),
                isYoung(now, night),
                value(measure, read),
                target,
                measure.direction());
        return new SeriesVerdict(
                now.chart().slot(),
                column,
                Verdict.of(known),
                Optional.of(now),
                reading,
                standing,
                levels(now, 0),
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

    private Standing ofChart(Midnight night, ChartNow now, ChartNow.Told told, Optional<ChartReading> reading) {
        Measure measure = now.chart().measure();
        String id = Signal.id(
                force,
                measure.slug(),
                now.chart().column().basis().slug(),
                now.chart().window().slug(),
                now.chart().slice(),
                told.rule().slug(),
                told.day());
        double change = now.chart().isStock() ? reading.map(ChartReading::value).orElse(0.0) : told.amount();
        return new Standing(
                id,
                Signal.State.valueOf(told.state().name()),
                false,
                told.amount(),
                Movement.of(measure.direction(), told.amount()),
                change * told.amount() <= 0,
                night.raised().applyAsInt(id),
                told.since(),
                told.day(),
                0,
                0,
                0);
    }

    private Standing ofAlarm(Midnight night, Measure measure, Signal alarm) {
        String id = alarm.id(force);
        return new Standing(
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

    private static Known.Level level(ChartNow now, Midnight night, int periodsBack) {
        return isYoung(now, night)
                ? Known.Level.UNKNOWN
                : levels(now, periodsBack)
                        .map(levels -> levels.of(now.chart().measure()))
                        .orElse(Known.Level.UNKNOWN);
    }

    private static Optional<Levels> levels(ChartNow now, int periodsBack) {
        return now.chart().isStock()
                ? now.levels(periodsBack)
                        .map(years -> new Levels(
                                years.now().numerator(),
                                years.now().denominator(),
                                years.before().numerator(),
                                years.before().denominator()))
                : Optional.empty();
    }

    /** The last day of the first of the newest periods running at whose end the level was worse. */
    private static int levelSince(ChartNow now, Midnight night) {
        int back = 0;
        while (level(now, night, back + 1) == Known.Level.WORSE) {
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
                SliceRows.text(column.dimensions(column.rowOfSlot(slot))),
                LocalDate.ofEpochDay(night.cutOff() - 1));
    }

    private boolean hasTarget(Measure measure, String slice) {
        return benchmarks.target(measure.slug(), slice, LocalDate.MAX).isPresent();
    }

    private static String key(String kpi, String slice) {
        return kpi + "|" + slice;
    }
}
