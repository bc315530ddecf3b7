package vaiwg.bench.statistics;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vaiwg.demo.synthetic.Draw;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.charts.ForceCharts;
import vaiwg.statistics.signals.charts.SpcChart;

/** Forces with all their charts in which nothing changes but the seasons: which signals they get, and how soon a change is signalled. */
final class ChartStudy {
    static final double SHARE = 0.4;
    private static final long PURPOSE = 6;
    private static final int BLOCKS_A_YEAR = 13;
    private static final int MONTHS_A_YEAR = 12;
    private static final int DAYS = 28;
    /** A block end in 2025, when no entry of the register of rebases is to come. */
    private static final int BEGIN = DAYS * 720;

    private static final int PATIENCE = 40;

    private final MeanOfRuns signalsAMonth = new MeanOfRuns();
    private final MeanOfRuns alertingAMonth = new MeanOfRuns();
    private final MeanOfRuns mattersAMonth = new MeanOfRuns();

    /** What a force was told. */
    private record Told(int signals, int alerting, int matters) {}

    /** Forces of about a hundred crimes a day, each for so many years after the twelve blocks that make the first limits. */
    ChartStudy(int forces, int years, long seed) {
        double months = (double) years * MONTHS_A_YEAR;
        IntStream.range(0, forces)
                .parallel()
                .mapToObj(force -> play(years, Draw.at(seed, PURPOSE, force)))
                .toList()
                .forEach(told -> {
                    signalsAMonth.add(told.signals / months);
                    alertingAMonth.add(told.alerting / months);
                    mattersAMonth.add(told.matters / months);
                });
    }

    /** How many charts a force has. */
    static long charts() {
        return ChartPlan.of(ShippedCatalogue.get()).charts().stream()
                .filter(chart -> chart.signals() && !chart.isMonthly())
                .count();
    }

    MeanOfRuns signalsAMonth() {
        return signalsAMonth;
    }

    /** Matters that begin, by the grouping of the dashboards. */
    MeanOfRuns mattersAMonth() {
        return mattersAMonth;
    }

    MeanOfRuns alertingAMonth() {
        return alertingAMonth;
    }

    private static Told play(int years, Draw draw) {
        Catalogue catalogue = ShippedCatalogue.get();
        Map<String, Measure> measures =
                catalogue.measures().stream().collect(Collectors.toMap(Measure::slug, Function.identity()));
        ForceCharts charts = new ForceCharts(catalogue);
        SimulatedFigures figures = new SimulatedFigures(catalogue, draw.below(Integer.MAX_VALUE));
        OpenMatters open = new OpenMatters();
        int signals = 0;
        int matters = 0;
        int alerting = 0;
        for (int block = 1; block <= SpcChart.BASELINE + years * BLOCKS_A_YEAR; block++) {
            int cutOff = BEGIN + DAYS * block;
            figures.next(cutOff);
            for (Signal signal : charts.close(cutOff, BEGIN, figures).signals()) {
                Measure measure = measures.get(signal.kpi());
                open.take(measure, signal);
                if (signal.change() == Signal.Change.RAISED) {
                    signals++;
                    alerting += measure.raisesAlerts() && !signal.slice().contains("lpa=") ? 1 : 0;
                }
            }
            matters += open.begun();
        }
        return new Told(signals, alerting, matters);
    }

    /**
     * Blocks until a force is told that a figure is higher by a fifth, a count beside the year before.
     *
     * @param blocks those of forces that were not told in the time count as the whole time
     * @param told 1 for each force that was told in the time, 0 for others
     */
    record Detection(MeanOfRuns blocks, MeanOfRuns told) {}

    /**
     * How soon it is told.
     *
     * @param kind of a share, or of a count, which is asked for a year: then the year before is as high
     * @param raisesAlerts whether it is a headline or one of the many others
     * @param cases what the share is of, or the count, a block
     * @param before blocks before the rise
     */
    static Detection afterARise(Measure.Kind kind, boolean raisesAlerts, int cases, int before, int runs, long seed) {
        Measure measure = ChartPlan.of(ShippedCatalogue.get()).charts().stream()
                .filter(one -> one.signals()
                        && one.raisesAlerts() == raisesAlerts
                        && !one.isMonthly()
                        && !one.isStock()
                        && one.isOfTheme()
                        && one.measure().kind() == kind
                        && one.measure().runIn(one.column().basis()) == 0)
                .findFirst()
                .orElseThrow()
                .measure();
        Catalogue catalogue = new Catalogue(List.of(measure), CodeMaps.shipped());
        Chart chart = ChartPlan.of(catalogue).charts().stream()
                .filter(one -> one.signals() && !one.isMonthly() && one.slice().isEmpty())
                .findFirst()
                .orElseThrow();
        boolean count = kind == Measure.Kind.COUNT;
        int patience = count ? BLOCKS_A_YEAR : PATIENCE;
        Detection detection = new Detection(new MeanOfRuns(), new MeanOfRuns());
        for (int run = 0; run < runs; run++) {
            Draw draw = Draw.at(seed, PURPOSE, cases, before, run);
            DoubleFunction<OneFigure> figure = level -> count
                    ? new OneFigure(chart, poisson(draw, cases * level), 0)
                    : OneFigure.share(chart, draw, cases, SHARE * level);
            ForceCharts charts = new ForceCharts(catalogue);
            int cutOff = BEGIN;
            for (int i = 0; i < before; i++) {
                cutOff += DAYS;
                charts.close(cutOff, 0, figure.apply(1));
            }
            int after = 0;
            boolean told = false;
            while (!told && after < patience) {
                cutOff += DAYS;
                after++;
                told = charts.close(cutOff, 0, figure.apply(1 + Conditions.RISE)).signals().stream()
                        .anyMatch(signal ->
                                signal.change() == Signal.Change.RAISED && signal.observed() > signal.expected());
            }
            detection.blocks.add(after);
            detection.told.add(told ? 1 : 0);
        }
        return detection;
    }

    private static int poisson(Draw draw, double mean) {
        return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * draw.normal()));
    }

    /** One chart's figure; all others have no cases. */
    private static final class OneFigure implements SlotValues {
        private final Chart chart;
        private final int numerator;
        private final int denominator;

        OneFigure(Chart chart, int numerator, int denominator) {
            this.chart = chart;
            this.numerator = numerator;
            this.denominator = denominator;
        }

        static OneFigure share(Chart chart, Draw draw, int denominator, double share) {
            int counted = 0;
            for (int i = 0; i < denominator; i++) {
                counted += draw.chance(share) ? 1 : 0;
            }
            return new OneFigure(chart, counted, denominator);
        }

        @Override
        public int numerator(int slot) {
            return slot == chart.slot() ? numerator : 0;
        }

        @Override
        public int denominator(int slot) {
            return slot == chart.slot() ? denominator : 0;
        }

        @Override
        public int partOn(int slot, int day) {
            return numerator(slot);
        }

        @Override
        public int wholeOn(int slot, int day) {
            return denominator(slot);
        }

        @Override
        public Figure ofDays(int slot, int firstDay, int days) {
            return new Figure(numerator(slot), denominator(slot));
        }
    }
}
