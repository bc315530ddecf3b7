package vaiwg.grafana;

import java.util.List;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.ComparedGroups;
import vaiwg.kpis.catalogue.GroupColumn;
import vaiwg.kpis.catalogue.View;

/**
 * Figures of groups of victims in one theme, the unknown among them. Where too little is known to compare groups, their shares are left
 * out, and it is said why.
 */
final class GroupTables {
    private final Dashboards dashboards;

    GroupTables(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    /** How the cases of groups end. */
    Panel served() {
        return table(
                "Victims served, by ${cut:text}: ${theme:text}",
                "Victims",
                List.of(
                        new GroupColumn("victim_attrition", "Attrition within 90 days"),
                        new GroupColumn("charge_rate", "Charged within 180 days")),
                9);
    }

    /** What audits of the Victims' Code found, by group. */
    Panel audited() {
        return table("Duties of the Victims' Code met, by ${cut:text}: ${theme:text}", "Audits", GroupColumn.DUTIES, 9);
    }

    /** The same of further duties. */
    Panel auditedFurther() {
        return table(
                "Further duties of the Victims' Code met, by ${cut:text}: ${theme:text}",
                "Audits",
                GroupColumn.FURTHER_DUTIES,
                9);
    }

    /** @param whole what the denominator of the first column counts */
    private Panel table(String title, String whole, List<GroupColumn> columns, int height) {
        String first = columns.get(0).slug();
        String shares = columns.stream()
                .map(column -> "max(100 * value) FILTER (WHERE kpi = '" + column.slug() + "' AND NOT small) AS \""
                        + column.name() + "\",")
                .collect(Collectors.joining("\n              "));
        String read = columns.stream()
                .map(column -> "('" + column.slug() + "', '"
                        + view(column.slug()).basis().slug() + "')")
                .collect(Collectors.joining(", "));
        String query =
                """
            WITH cell AS (
              SELECT kpi, value, denominator, small, suppressed, compared, substring(slice FROM '$cut=([^;]+)') AS name
              FROM vaiwg.kpi_value_dashboard
              WHERE force = '$force' AND (kpi, basis) IN (%1$s) AND "window" = '365d'
                AND slice LIKE '$cut=%%;theme=' || CASE '$theme' WHEN 'all' THEN 'domestic_abuse' ELSE '$theme' END AND as_at = %2$s AND publication = %3$s
            )
            SELECT initcap(left(name, 1)) || replace(substr(name, 2), '_', ' ') AS "Group",
              max(denominator) FILTER (WHERE kpi = '%4$s') AS "%5$s",
              %6$s
              CASE WHEN NOT bool_and(compared) THEN 'no: known of too few' WHEN bool_or(suppressed) THEN 'yes, where not %7$s' ELSE 'yes' END AS "Compared"
            FROM cell GROUP BY name ORDER BY name = 'unknown', name\
            """.formatted(read, Sql.NEWEST_MONTH, Sql.NEWEST_PUBLICATION, first, whole, shares, Sql.WITHHELD);
        Panel panel = PanelKinds.table(
                        title,
                        PanelReading.of(
                                        dashboards.measure(first),
                                        view(first).basis(),
                                        "365d, as at the beginning of the month; groups are compared only where the characteristic is known of "
                                                + ComparedGroups.LEAST_KNOWN_WORDS
                                                + " of the theme's crimes that were recorded in the year")
                                .andAlso(Themes.NAMES.get("all")
                                        + " shows domestic abuse, since groups are counted within themes only."),
                        PanelSource.PUBLISHED,
                        24,
                        height)
                .unit("percent")
                .byDefault("decimals", 1)
                .whenEmpty("Groups have figures once the history holds a whole year of cases.", "–")
                .sql(query, "table")
                .field("Group", "custom.width", 160)
                .field("Compared", "custom.width", 200)
                .field(whole, "unit", "locale", "decimals", 0)
                .fields("^(?!Group$|Compared$)", "custom.align", "right");
        return panel.defines(columns.stream().map(GroupColumn::slug).toArray(String[]::new));
    }

    private View view(String slug) {
        return dashboards.row(slug).view();
    }
}
