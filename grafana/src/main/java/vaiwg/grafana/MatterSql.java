package vaiwg.grafana;

import java.util.Map;
import java.util.stream.Collectors;

/** The open matters as they are published ({@code kpi_matter_dashboard}): what is chosen above the dashboard leaves out those of other themes and areas. */
final class MatterSql {
    private MatterSql() {}

    /** The common table expression {@code matter}. */
    static String cte() {
        return """
            matter AS (
              SELECT * FROM vaiwg.kpi_matter_dashboard
              WHERE force = '$force' AND as_at = %s AND publication = %s
                AND ('$theme' = 'all' OR theme IN ('', '$theme')) AND ('$lpa' IN ('', 'all') OR lpa = '' OR '$lpa' = ANY (string_to_array(lpa, ',')))
            )\
            """.formatted(Sql.NEWEST, Sql.NEWEST_PUBLICATION);
    }

    /** How many matters are to be acted on: a scalar query. */
    static String toActOn(String condition) {
        return "SELECT count(*) FROM matter WHERE state = 'act' AND " + condition;
    }

    /** The name of a theme's label, in SQL. */
    static String themeName(String column) {
        Map<String, String> names = Themes.NAMES;
        return names.entrySet().stream()
                .filter(theme -> !theme.getKey().equals("all"))
                .map(theme -> "WHEN '" + theme.getKey() + "' THEN '" + theme.getValue() + "'")
                .collect(Collectors.joining(" ", "CASE " + column + " ", " ELSE 'All' END"));
    }
}
