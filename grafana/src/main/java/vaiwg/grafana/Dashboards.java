package vaiwg.grafana;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Place;
import vaiwg.kpis.catalogue.Priority;

/**
 * Grafana's dashboards, made from the catalogue of measures: what a figure is called, counts, is good for and is owned by stands there
 * and nowhere else.
 */
public final class Dashboards {
    private final Catalogue catalogue;

    public Dashboards(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The text of each dashboard's file under its name. */
    public Map<String, String> files() {
        return texts(all());
    }

    /** Likewise of those that only professional standards may see, which another server of Grafana has. */
    public Map<String, String> conductFiles() {
        return texts(List.of(new ConductDashboard(this).dashboard()));
    }

    /** The alert rules of that server, which read what its dashboards read. */
    public Map<String, String> conductAlerts() {
        return Map.of("rules.json", ConductAlerts.file(rareConduct()));
    }

    private static Map<String, String> texts(List<Dashboard> dashboards) {
        Map<String, String> files = new TreeMap<>();
        dashboards.forEach(dashboard -> files.put(dashboard.name() + ".json", dashboard.json()));
        return files;
    }

    private List<Dashboard> all() {
        List<Dashboard> dashboards = new ArrayList<>();
        dashboards.add(new OverviewDashboard(this).dashboard());
        for (Priority priority : Priority.values()) {
            dashboards.add(new AreaDashboard(this, priority).dashboard());
        }
        dashboards.add(new AttritionDashboard(this).dashboard());
        dashboards.add(new CharacteristicsDashboard(this).dashboard());
        dashboards.add(new StalkingDashboard(this).dashboard());
        dashboards.add(new QualityDashboard(this).dashboard());
        dashboards.add(PipelineDashboard.dashboard());
        dashboards.add(DefinitionsDashboard.dashboard());
        return dashboards;
    }

    /** The measures of an area, in the order of its file. */
    List<Measure> of(Priority priority) {
        return catalogue.measures().stream()
                .filter(measure -> measure.priority() == priority)
                .toList();
    }

    /** The measure of this name. */
    Measure measure(String slug) {
        return catalogue.measures().stream()
                .filter(measure -> measure.slug().equals(slug))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("the catalogue has no measure " + slug + " to put on a board"));
    }

    /** How dashboards read it; of a measure that has rows for several values of its dimension the first. */
    FigureRow row(String slug) {
        return rows(slug).get(0);
    }

    /** A row for each value of its dimension. */
    List<FigureRow> rows(String slug) {
        return FigureRow.of(measure(slug)).toList();
    }

    /** The restricted figures, in the order of their file. */
    List<FigureRow> conduct() {
        return catalogue.measures().stream()
                .filter(Measure::isRestricted)
                .flatMap(FigureRow::ofConduct)
                .toList();
    }

    /** Those of them that count events so rare that the days between are charted. */
    List<FigureRow> rareConduct() {
        return conduct().stream()
                .filter(row -> row.measure().kind() == Measure.Kind.COUNT
                        && !row.measure().isPresence())
                .toList();
    }

    /** The figures of page 1 of the report that are not restricted, in its order. */
    List<FigureRow> headlines() {
        return catalogue.measures().stream()
                .filter(measure -> measure.placement().isOnPageOne())
                .sorted(Comparator.comparingInt(measure -> measure.placement().order()))
                .flatMap(FigureRow::of)
                .toList();
    }

    /** The figures that the report shows on an area's page, headlines first, then in the order of its file. */
    List<FigureRow> figures(Priority priority) {
        return rows(priority, measure -> measure.placement().place() != Place.ANNEX);
    }

    /** Those that the report has in its annex, in the order of the area's file; without those of a trial, whose arms the stalking dashboard compares. */
    List<FigureRow> details(Priority priority) {
        return rows(priority, measure -> measure.placement().place() == Place.ANNEX && !measure.comparesArms());
    }

    private List<FigureRow> rows(Priority priority, Predicate<Measure> wanted) {
        return of(priority).stream()
                .filter(wanted)
                .sorted(Comparator.comparing(measure -> !measure.placement().isOnPageOne()))
                .flatMap(FigureRow::of)
                .toList();
    }
}
