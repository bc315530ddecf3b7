package vaiwg.board.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;

/** Makes the rows of an area's other figures. */
final class AreaFigures {
    private final Material material;
    private final boolean restricted;
    private final MainCharts charts;

    /** @param restricted whether they are of the restricted annex, which shows no backlogs besides */
    AreaFigures(Material material, boolean restricted) {
        this.material = material;
        this.restricted = restricted;
        this.charts = new MainCharts(material);
    }

    /** All that the page does not show above: in its table by theme, or as a count of what waits. */
    List<ScoreRow> rows(List<MeasureEntry> measures, Optional<MainChart> main) {
        ScoreRows rows = new ScoreRows(material);
        List<ScoreRow> figures = new ArrayList<>();
        Set<String> concerns =
                main.map(chart -> Set.of(chart.measure().concern())).orElse(Set.of());
        for (MeasureEntry measure : measures) {
            boolean shown = main.filter(chart -> chart.measure().equals(measure)
                                    && chart.themes().size() > 1)
                            .isPresent()
                    || measure.shownAsCount() && !restricted;
            if (shown) {
                continue;
            }
            ThemeTable.reading(material, measure)
                    .filter(reading -> material.now().has(reading.of(measure.kpi(), "")))
                    .ifPresent(reading -> rowSlices(measure, reading, concerns)
                            .forEach(slice -> figures.add(rows.row(measure, reading, slice, title(measure, slice)))));
        }
        return figures;
    }

    /**
     * The measure's own slices, and the theme with the strongest signal where the total has none.
     *
     * @param concerns of which the page's chart and table say more by theme
     */
    private List<String> rowSlices(MeasureEntry measure, Reading reading, Set<String> concerns) {
        List<String> slices = new ArrayList<>(slices(measure, reading));
        if (slices.equals(List.of(""))
                && !concerns.contains(measure.concern())
                && charts.strength(measure, reading, "") == 0) {
            Slices.THEMES.stream()
                    .map(Slices::ofTheme)
                    .filter(theme -> charts.strength(measure, reading, theme) > 0)
                    .max(Comparator.comparingDouble(theme -> charts.strength(measure, reading, theme)))
                    .ifPresent(slices::add);
        }
        return slices;
    }

    /** The slice of page 1; of a measure without a total its ethnicity, or its few slices. */
    private List<String> slices(MeasureEntry measure, Reading reading) {
        Set<String> published = material.now().slices(measure.kpi(), reading);
        if (!measure.slice().isEmpty() || published.contains("")) {
            return List.of(measure.slice());
        }
        String ethnicity = "characteristic=ethnicity";
        if (published.contains(ethnicity)) {
            return List.of(ethnicity);
        }
        return published.stream().filter(slice -> !slice.contains(";")).sorted().toList();
    }

    /** What a row of a measure in a slice is called. */
    static String title(MeasureEntry measure, String slice) {
        if (!Slices.theme(slice).isEmpty()) {
            return Slices.title(measure, slice) + ": " + ReportWords.lower(measure.shortTitle());
        }
        if (measure.isOnPage1() && !measure.restricted()) {
            return measure.page1Title();
        }
        return slice.isEmpty()
                ? measure.shortTitle()
                : measure.shortTitle() + ", " + ReportWords.lower(Slices.title(measure, slice));
    }
}
