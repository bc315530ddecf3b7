package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.charts.BlockCalendar;
import vaiwg.statistics.signals.charts.ChartReading;
import vaiwg.statistics.signals.charts.ForceCharts;

/** Every summer the synthetic force records more than in winter: a planted season, of which no chart of counts raises a signal. */
class PlantedSeasonIT {
    private static final LocalDate FIRST = LocalDate.of(2023, 11, 27);
    private static final LocalDate END = FIRST.plusYears(3);
    /** From which on a chart outside the report's pack tells a change: docs/decisions/0116-signals-a-force-can-answer.md. */
    private static final double SIGMAS = 3.89;

    private static final Catalogue COUNTS = new Catalogue(
            ShippedCatalogue.get().measures().stream()
                    .filter(measure -> measure.kind() == Measure.Kind.COUNT && measure.countsCases())
                    .toList(),
            ShippedCatalogue.get().maps());
    private static final ForcePanes PANES = new ForcePanes(COUNTS);
    private static final ForceCharts CHARTS = new ForceCharts(COUNTS, "west-midlands");
    private static final List<Signal> SIGNALS = new ArrayList<>();
    private static final Map<LocalDate, ChartReading> RECORDED = new TreeMap<>();

    @BeforeAll
    static void play() {
        FedCases cases = new FedCases(COUNTS, PANES::add);
        SyntheticForce.westMidlands(7, FIRST, END).play(record -> {
            cases.take(record);
            while (PANES.nextCutOff() != ForcePanes.NONE && LondonDays.startOf(PANES.nextCutOff()) <= cases.through()) {
                PANES.advance();
                if (BlockCalendar.ends(PANES.cutOff())) {
                    close();
                }
            }
        });
    }

    private static void close() {
        ForceCharts.Closing closing = CHARTS.close(PANES.cutOff(), PANES.historyFrom(), PANES);
        SIGNALS.addAll(closing.signals());
        closing.readings().stream()
                .filter(reading -> reading.chart().measure().slug().equals("recorded_offences"))
                .filter(reading -> reading.chart().slice().isEmpty())
                .forEach(reading -> RECORDED.put(LocalDate.ofEpochDay(reading.lastDay()), reading));
    }

    /** Without its season each summer's block would be told: it lies farther from the year's mean than chance and the evidence asked for. */
    @Test
    void each_summer_is_higher_than_chance_would_make_it() {
        for (int year : List.of(2025, 2026)) {
            List<ChartReading> blocks = RECORDED.entrySet().stream()
                    .filter(block -> block.getKey().getYear() == year)
                    .map(Map.Entry::getValue)
                    .toList();
            double mean =
                    blocks.stream().mapToDouble(ChartReading::value).average().orElseThrow();
            double summer = RECORDED.entrySet().stream()
                    .filter(block -> block.getKey().getYear() == year)
                    .filter(block -> block.getKey().getMonthValue() == 7)
                    .mapToDouble(block -> block.getValue().value())
                    .max()
                    .orElseThrow();
            assertThat((summer - mean) / Math.sqrt(mean))
                    .as("%s, in sigmas", year)
                    .isGreaterThan(SIGMAS);
        }
    }

    @Test
    void no_chart_of_counts_tells_it() {
        assertThat(RECORDED.values()).anyMatch(ChartReading::hasLimits);
        assertThat(SIGNALS).extracting(Signal::paragraph).isEmpty();
    }
}
