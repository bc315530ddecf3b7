package vaiwg.studies;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import vaiwg.bench.results.Results;
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
import vaiwg.studies.Studies.Effort;

/** Block charts: how many signals all charts of a force give where nothing changes but the seasons, and how soon one tells that a share is higher by a fifth. */
final class ChartStudy {
    private static final int PURPOSE = 6;
    private static final int BLOCKS_A_YEAR = 13;
    private static final int MONTHS_A_YEAR = 12;
    private static final int DAYS = 28;
    /** A block end in 2025, when no entry of the register of rebases is to come. */
    private static final int BEGIN = DAYS * 720;

    private static final int PATIENCE = 40;

    private static final double SHARE = 0.4;
    private static final int[] CASES = {140, 700, 1_400, 5_600};

    private ChartStudy() {}

    static Results measure(Effort effort) {
        int years = effort.of(1, 10);
        Means table = new Means();
        table.add(effort.of(1, 200), (run, tell) -> falseSignals(years, Draw.at(Effort.SEED, PURPOSE, run), tell));
        for (boolean headline : new boolean[] {true, false}) {
            Chart chart = chart(headline);
            for (int cases : effort.full() ? CASES : new int[] {700}) {
                for (int before : new int[] {1, 5}) {
                    String what = "blocks until a rise is told, " + (headline ? "headline" : "other") + ", " + cases
                            + " cases, after years: " + before;
                    table.add(effort.of(2, 100), (run, tell) -> {
                        Draw draw = Draw.at(Effort.SEED, PURPOSE, cases, before, run);
                        tell.accept(what, (double) blocks(chart, cases, before * BLOCKS_A_YEAR, draw));
                    });
                }
            }
        }
        return table.table().fact("years of false signals", years);
    }

    private static void falseSignals(int years, Draw draw, BiConsumer<String, Double> tell) {
        Catalogue catalogue = ShippedCatalogue.get();
        Set<String> alerting = catalogue.measures().stream()
                .filter(Measure::raisesAlerts)
                .map(Measure::slug)
                .collect(Collectors.toSet());
        ForceCharts charts = new ForceCharts(catalogue, "west-midlands");
        SimulatedFigures figures = new SimulatedFigures(catalogue, draw.below(Integer.MAX_VALUE));
        int signals = 0;
        int alerts = 0;
        for (int block = 1; block <= SpcChart.BASELINE + years * BLOCKS_A_YEAR; block++) {
            int cutOff = BEGIN + DAYS * block;
            figures.next(cutOff);
            for (Signal signal : charts.close(cutOff, BEGIN, figures).signals()) {
                if (signal.change() == Signal.Change.RAISED) {
                    signals++;
                    alerts += alerting.contains(signal.kpi()) && !signal.slice().contains("lpa=") ? 1 : 0;
                }
            }
        }
        tell.accept("signals a month of a whole force", (double) signals / years / MONTHS_A_YEAR);
        tell.accept("those of measures that raise alerts", (double) alerts / years / MONTHS_A_YEAR);
    }

    /** The total of some share, which has no other chart. */
    private static Chart chart(boolean headline) {
        Measure measure = ChartPlan.of(ShippedCatalogue.get()).charts().stream()
                .filter(one -> one.signals()
                        && one.raisesAlerts() == headline
                        && !one.isMonthly()
                        && !one.isStock()
                        && one.isOfTheme()
                        && one.measure().kind() == Measure.Kind.SHARE
                        && one.measure()
                                        .runIn(
                                                one.column().basis(),
                                                one.column().variant())
                                == 0)
                .findFirst()
                .orElseThrow()
                .measure();
        return ChartPlan.of(new Catalogue(List.of(measure), CodeMaps.shipped())).charts().stream()
                .filter(one -> one.signals() && !one.isMonthly() && one.slice().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Until a force is told that a share is higher by a fifth; as many as are waited where it is not. */
    private static int blocks(Chart chart, int cases, int before, Draw draw) {
        ForceCharts charts =
                new ForceCharts(new Catalogue(List.of(chart.measure()), CodeMaps.shipped()), "west-midlands");
        for (int block = 1; block <= before + PATIENCE; block++) {
            double share = block <= before ? SHARE : SHARE * (1 + SimulatedCases.RISE);
            OneFigure figure = new OneFigure(chart.slot(), part(cases, share, draw), cases);
            boolean told = charts.close(BEGIN + DAYS * block, 0, figure).signals().stream()
                    .anyMatch(
                            signal -> signal.change() == Signal.Change.RAISED && signal.observed() > signal.expected());
            if (block > before && told) {
                return block - before;
            }
        }
        return PATIENCE;
    }

    /** How many of some cases chance takes. */
    static int part(int of, double probability, Draw draw) {
        int part = 0;
        for (int i = 0; i < of; i++) {
            part += draw.chance(probability) ? 1 : 0;
        }
        return part;
    }

    /** One chart's figure; all others have no cases. */
    private record OneFigure(int ofSlot, int part, int whole) implements SlotValues {
        @Override
        public int numerator(int slot) {
            return slot == ofSlot ? part : 0;
        }

        @Override
        public int denominator(int slot) {
            return slot == ofSlot ? whole : 0;
        }

        @Override
        public int numeratorOn(int slot, int day) {
            return numerator(slot);
        }

        @Override
        public int denominatorOn(int slot, int day) {
            return denominator(slot);
        }

        @Override
        public Figure ofDays(int slot, int firstDay, int days) {
            return new Figure(numerator(slot), denominator(slot));
        }
    }
}
