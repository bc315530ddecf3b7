package vaiwg.grafana;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Priority;

/** What dashboards call the seven areas. */
final class AreaNames {
    private AreaNames() {}

    /** With its number in the strategy: "2 Criminal Justice". */
    static String of(Priority priority) {
        return priority.ordinal() + 1 + " " + priority.title();
    }

    /** The names by a column that holds the area's slug, in SQL. */
    static String sql(String column) {
        return Stream.of(Priority.values())
                .map(priority -> "WHEN '" + priority.slug() + "' THEN " + FigureRow.quoted(of(priority)))
                .collect(Collectors.joining(" ", "CASE " + column + " ", " END"));
    }

    /** The name of its dashboard, and of its file: "area-criminal-justice". */
    static String dashboard(Priority priority) {
        return "area-" + priority.slug().replace('_', '-');
    }

    /** Where a link to its dashboard leads; what is chosen above the dashboard goes with it. */
    static String link(Priority priority) {
        return "/d/vaiwg-" + dashboard(priority) + "?" + Variables.CARRIED;
    }
}
