package vaiwg.board.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;

/** Chooses the chart of an area's page: where its newest period is beyond usual variation, the theme that is farthest beyond. */
final class MainCharts {
    private final Material material;
    private final ChartChoice choice;

    MainCharts(Material material) {
        this.material = material;
        this.choice = new ChartChoice(material.charts(), material.asAt());
    }

    /** Of the area's first figure of page 1 that is charted, else of its first figure that is. */
    Optional<MainChart> of(List<MeasureEntry> measures) {
        return measures.stream()
                .sorted(Comparator.comparing((MeasureEntry measure) -> !measure.isOnPage1())
                        .thenComparingInt(MeasureEntry::order))
                .flatMap(measure -> ThemeTable.reading(material, measure).stream()
                        .flatMap(reading -> chart(measure, reading).stream()))
                .findFirst();
    }

    private Optional<MainChart> chart(MeasureEntry measure, Reading reading) {
        List<String> themes = ThemeTable.slices(material, measure, reading, true);
        String slice = themes.stream()
                .filter(theme -> strength(measure, reading, theme) > 0)
                .max(Comparator.comparingDouble(theme -> strength(measure, reading, theme)))
                .orElse(measure.slice());
        List<ChartedPeriod> periods = choice.periods(measure, reading, slice);
        return choice.newest(periods).isPresent()
                ? Optional.of(new MainChart(measure, reading, slice, periods, themes))
                : Optional.empty();
    }

    /** How far beyond the usual the newest period is, in limits; 0 where that is no signal. */
    double strength(MeasureEntry measure, Reading reading, String slice) {
        return choice.newest(choice.periods(measure, reading, slice))
                .filter(period -> Judge.of(period).verdict().isSignal())
                .map(period -> Math.abs(period.value() - period.centre())
                        / Math.max(period.upper() - period.centre(), Double.MIN_NORMAL))
                .orElse(0.0);
    }
}
