package vaiwg.grafana;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Open signals, those of one cause as one matter: of one concern and theme, and moved the same way
 * ({@link vaiwg.kpis.catalogue.Movement}). A total takes in its themes, but for
 * those in which more is certain (act) than in the total, and a theme its policing areas. A total that is only watched is part of a theme that
 * is to be acted on: it holds that theme's cases. What is chosen above the dashboard leaves out the matters of other themes and areas.
 */
final class MatterSql {
    private MatterSql() {}

    /** The common table expressions that end in {@code matter}: a row for each signal that is open, with the matter that it belongs to. */
    static String ctes() {
        return """
            said AS (
              SELECT DISTINCT ON (signal_id) signal_id, kpi, basis, "window", slice, rule, state, change, day, since, observed, expected, side,
                min(as_at) OVER (PARTITION BY signal_id) AS raised
              FROM vaiwg.kpi_signal_dashboard WHERE force = '$force'
              ORDER BY signal_id, as_at DESC, publication DESC, change IN ('raised', 'confirmed', 'turned')
            ), open_signal AS (
              SELECT s.*, m.priority, m.kind, m.unit, m.direction, m.short_title, m.place_order, m.read_basis, m.concern,
                coalesce(substring(s.slice FROM 'theme=([^;]+)'), '') AS own_theme, coalesce(substring(s.slice FROM 'lpa=([^;]+)'), '') AS lpa
              FROM said s JOIN vaiwg.kpi_measure m USING (kpi) WHERE s.change IN ('raised', 'confirmed', 'turned')
            ), of_theme AS (
              SELECT *, CASE WHEN direction = 'none' OR basis = 'stock' AND coalesce(side * observed <= 0, true) THEN CASE WHEN side > 0 THEN 'more' ELSE 'less' END
                  WHEN (direction = 'up') = (side > 0) THEN 'better' ELSE 'worse' END AS movement, CASE WHEN own_theme IN ('stalking', 'harassment') THEN 'stalking_harassment'
                WHEN own_theme = 'vaiwg_female' THEN '' ELSE own_theme END AS common_theme
              FROM open_signal
            ), seen AS (
              SELECT *, CASE WHEN slice = '' AND NOT bool_or(slice = '' AND state <> 'watch') OVER moved THEN
                  min(common_theme) FILTER (WHERE state = 'act' AND common_theme <> '' AND lpa = '') OVER moved END AS seen_of
              FROM of_theme
              WINDOW moved AS (PARTITION BY concern, movement)
            ), themed AS (
              SELECT *, coalesce(seen_of, CASE WHEN bool_or(slice = '' AND state = 'act') OVER moved
                  OR bool_or(slice = '' AND seen_of IS NULL) OVER moved AND NOT bool_or(state = 'act') OVER (PARTITION BY concern, movement, common_theme)
                THEN '' ELSE common_theme END) AS theme
              FROM seen
              WINDOW moved AS (PARTITION BY concern, movement)
            ), matter AS (
              SELECT *, dense_rank() OVER (ORDER BY concern, theme, movement) AS matter FROM themed
              WHERE '$theme' IN ('all', theme) OR theme = '' AND own_theme IN ('', '$theme')
            )""";
    }

    /** How many matters of an area are to be acted on: a scalar query. */
    static String toActOn(String condition) {
        return "SELECT count(DISTINCT matter) FROM matter WHERE state = 'act' AND " + inArea() + " AND " + condition;
    }

    /** Whether a signal is of the chosen area, or of the whole force. */
    static String inArea() {
        return "('$lpa' IN ('', 'all') OR lpa IN ('', '$lpa'))";
    }

    /** Of which days a chart's figure is, in SQL: 28, or a month of archives. Tables of figures have 12 months, so each line says it. */
    static String period(String lastDay, String window) {
        return "CASE " + window + " WHEN '1m' THEN to_char(" + lastDay
                + ", '\" in \"FMMonth YYYY') ELSE ' in 28 days to ' || to_char(" + lastDay + ", 'FMDD Mon YYYY') END";
    }

    /**
     * What a matter is called, in SQL: where, and which figure; the theme is not said again where the figure's name begins with it.
     *
     * @param area the column of the policing area, empty for the whole force
     * @param theme the column of the theme's label, empty for all
     */
    static String name(String area, String theme, String title) {
        return """
            coalesce(nullif(concat_ws(', ', initcap(nullif(replace(%1$s, '_', ' '), '')),
                CASE WHEN %2$s = '' OR lower(%4$s) !~ ('^(all )?' || replace(lower(%3$s), 'all ', '')) THEN %3$s END), '') || ': ' || %5$s, %4$s)\
            """.formatted(area, theme, themeName(theme), title, FirstLetters.smallSql(title));
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
