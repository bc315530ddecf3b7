package vaiwg.statistics.signals.charts;

import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.Variant;
import vaiwg.kpis.reference.PlaceNames;
import vaiwg.kpis.reference.Theme;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.Signal.Change;
import vaiwg.statistics.signals.SignalDays;

/**
 * A signal of a block chart in two sentences: what was seen beside what is usual, and what to do and how sure it is. They speak of the
 * service and of the figures, and blame nobody. The method is in docs/signals.md.
 */
public final class SignalText {
    private static final String CHANCE = " steady force gets four to ten yearly";

    private SignalText() {}

    /** What was seen, and how to take it or that it has ended. */
    static String of(ChartReading reading, SignalStatus signal, Change change) {
        return change == Change.ENDED ? ended(reading, signal) : open(reading, signal);
    }

    /** How many signals a force gets in which nothing changes, as measured in docs/signals.md. */
    public static String falseAlarms() {
        return "A" + CHANCE + ".";
    }

    private static String open(ChartReading reading, SignalStatus signal) {
        return what(reading) + ": " + FigureText.newest(reading) + ", "
                + LimitText.beyond(reading, reading.completed().orElseThrow())
                + since(reading, signal) + ". " + howToTake(signal.state());
    }

    private static String ended(ChartReading reading, SignalStatus signal) {
        String why = reading.completed().isPresent()
                ? "this period gives another signal"
                : reading.isTrial() ? "its limits are being made again" : "this period is ordinary";
        return what(reading) + ": " + FigureText.newest(reading) + ", " + LimitText.usual(reading) + ". The signal of "
                + SignalDays.day(signal.day()) + " (" + LimitText.side(reading, signal.side()) + ") has ended: "
                + why
                + ".";
    }

    private static String what(ChartReading reading) {
        return what(reading.chart()) + ", " + SignalDays.span(reading.block().firstDay(), reading.lastDay());
    }

    private static String what(Chart chart) {
        String name = chart.measure().shortTitle();
        return name + place(chart, name) + horizon(chart.column().basis());
    }

    /** ", Dudley, domestic abuse"; empty for the total, and without a theme with which the figure's name begins. */
    private static String place(Chart chart, String name) {
        return Slice.cuts(chart.slice()).stream()
                .filter(cut -> !Theme.isNamedFirst(Slice.value(cut), name))
                .map(cut -> ", "
                        + chart.column()
                                .variant()
                                .filter(value -> value.slice().equals(cut))
                                .map(Variant::title)
                                .orElseGet(() -> value(cut)))
                .collect(Collectors.joining());
    }

    /** A policing area is a name. */
    private static String value(String cut) {
        String value = Slice.value(cut);
        return Slice.dimension(cut).equals("lpa") ? PlaceNames.ofArea(value) : value.replace('_', ' ');
    }

    private static String horizon(Basis basis) {
        return basis.hasHorizon() ? ", within " + basis.horizon() + (basis.isMonthly() ? " months" : " days") : "";
    }

    /** Since when the figure differs, where that is before the newest period. */
    private static String since(ChartReading reading, SignalStatus signal) {
        return signal.since() == reading.block().firstDay() ? "" : ", since " + SignalDays.day(signal.since());
    }

    /** What is to be done, and how often chance asks the same. */
    public static String howToTake(Signal.State state) {
        String what =
                switch (state) {
                    case ACT -> "Find the cause";
                    case WATCH -> "Watch whether the next period agrees";
                    case DATA_QUALITY -> DataMoves.WORDS;
                };
        return what + "; a" + CHANCE + ".";
    }
}
