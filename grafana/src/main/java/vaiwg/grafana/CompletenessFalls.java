package vaiwg.grafana;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;

/**
 * Falls of completeness among the matters: no signal of the job, but what Prometheus's alert {@code VaiwgCompletenessFall} tells. The rule
 * is that of prometheus/rules/completeness.yml, asked of the published figures: the newest 28 days are below the year that holds them by
 * more than three sigma of chance and more than five points, or half of a share under ten per cent; of 30 cases at least. A figure is read
 * by the basis that goes to Prometheus.
 */
final class CompletenessFalls {
    private static final List<String> WATCHED =
            List.of("core_four_known", "recorded_within_24h", "withdrawal_reason_recorded", "decision_told");

    private static final Window NEWEST = Window.days(28);
    private static final Window YEAR = Window.days(365);

    /** The theme is not said again where the figure's name begins with it. */
    private static final String NAME =
            "coalesce(CASE WHEN theme = '' OR lower(short_title) !~ ('^(all )?' || replace(lower(%1$s), 'all ', '')) THEN %1$s || ': ' || %2$s END, short_title)"
                    .formatted(MatterSql.themeName("theme"), FirstLetters.smallSql("short_title"));

    private static final String PERIOD = "' in 28 days to ' || to_char(last_day, 'FMDD Mon YYYY')";

    private CompletenessFalls() {}

    /**
     * The common table expression {@code fall}: a row a measure, in total if that fell, else of the theme that fell furthest below its limit.
     *
     * @param condition of the areas and concerns that are shown
     */
    static String cte(Dashboards dashboards, String condition) {
        return """
            , completeness AS (
              SELECT kpi, basis, slice, max(numerator) FILTER (WHERE "window" = '28d') AS n, max(denominator) FILTER (WHERE "window" = '28d') AS d,
                max(numerator) FILTER (WHERE "window" = '365d')::float8 / nullif(max(denominator) FILTER (WHERE "window" = '365d'), 0) AS usual
              FROM vaiwg.kpi_value_dashboard
              WHERE force = '$force' AND as_at = (SELECT as_at FROM newest) AND publication = %1$s AND (kpi, basis) IN (%2$s) AND "window" IN ('28d', '365d')
                AND slice IN ('', %3$s)
              GROUP BY kpi, basis, slice
            ), fell AS (
              SELECT DISTINCT ON (kpi) kpi, m.priority AS area, m.concern, m.short_title, coalesce(substring(slice FROM 'theme=(.+)'), '') AS theme, n, d, usual, least,
                (SELECT as_at FROM newest) - 1 - coalesce(substring(basis FROM 'settled_(\\d+)d')::int, 0) AS last_day
              FROM completeness JOIN vaiwg.kpi_measure m USING (kpi),
                LATERAL (SELECT usual - greatest(3 * sqrt(usual * (1 - usual) / d), least(usual / 2, 0.05)) AS least) bound
              WHERE d >= 30 AND n::float8 / d < least AND '$theme' IN ('all', coalesce(substring(slice FROM 'theme=(.+)'), '$theme'))
              ORDER BY kpi, slice <> '', n::float8 / d - least
            ), fall AS (SELECT * FROM fell WHERE %4$s)
            """.formatted(
                        Sql.NEWEST_PUBLICATION,
                        WATCHED.stream()
                                .map(dashboards::measure)
                                .flatMap(CompletenessFalls::bases)
                                .collect(Collectors.joining(", ")),
                        Themes.NAMES.keySet().stream()
                                .filter(theme -> !theme.equals("all"))
                                .map(theme -> "'" + Themes.slice(theme) + "'")
                                .collect(Collectors.joining(", ")),
                        condition);
    }

    private static Stream<String> bases(Measure measure) {
        return measure.bases().keySet().stream()
                .filter(basis -> measure.isOnDashboards(basis, NEWEST) && measure.isOnDashboards(basis, YEAR))
                .map(basis -> "('%s', '%s')".formatted(measure.slug(), basis.slug()));
    }

    /**
     * The rows of the table of matters.
     *
     * @param area the columns of the area, of those that the table has
     */
    static String lines(String area) {
        return """
            SELECT NULL, false, 'watch|', %1$s,
                to_char(100.0 * n / d, 'FM990.0') || '%% (' || to_char(n, 'FM999,999,990') || ' of ' || to_char(d, 'FM999,999,990') || %3$s || '); usual '
                  || to_char(100 * usual, 'FM990.0') || '%%, lower limit ' || to_char(100 * least, 'FM990.0') || '%%',%2$s '', %4$s, %5$s,
                'Ends once the records are completed', NULL
              FROM fall\
            """.formatted(
                        NAME,
                        area,
                        PERIOD,
                        FigureRow.quoted(SignalRule.COMPLETENESS.words()),
                        FigureRow.quoted(Ask.CHECK_DATA.words()));
    }
}
