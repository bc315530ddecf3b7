package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Window;

/**
 * The 28-day periods of a figure between its limits, those outside usual variation marked; of an estimated figure also what the newest
 * cases, whose time is not over, are likely to come to. A stock is shown as it stood, between the limits of its change.
 */
final class ControlChartPanel {
    private static final String PERIOD = "28-day period";
    private static final String ESTIMATE = "Estimate";
    /** Of estimates: the cases of so many days. */
    private static final Window ESTIMATED_OVER = Window.days(90);

    private static final Object HIDDEN = object("legend", true, "tooltip", false, "viz", false);

    private ControlChartPanel() {}

    /** With a legend that names and values each line at its right end. */
    static Panel large(FigureRow row, String title, int width, int height) {
        return panel(row, title, List.of(), width, height)
                .option(
                        "legend",
                        object(
                                "displayMode",
                                "table",
                                "placement",
                                "right",
                                "showLegend",
                                true,
                                "calcs",
                                List.of("lastNotNull")));
    }

    /** One of several side by side, without a legend, but where the line is of another slice than the chosen one: then its name is there. */
    static Panel small(FigureRow row, String title, int width, int height) {
        return small(row, title, List.of(), width, height);
    }

    /** Likewise, where the axes of those beside it shall span as much: their slices, its own among them. */
    static Panel small(FigureRow row, String title, List<Slice> beside, int width, int height) {
        return panel(row, title, beside, width, height)
                .fields(
                        "^(" + PERIOD + "|Usual|(Upper|Lower) limit|Outside usual variation|Estimate)$",
                        "custom.hideFrom",
                        object("legend", true, "tooltip", false, "viz", false))
                .option(
                        "legend",
                        object("displayMode", "list", "placement", "bottom", "showLegend", true, "calcs", List.of()));
    }

    private static Panel panel(FigureRow row, String title, List<Slice> beside, int width, int height) {
        Basis chart = row.chart().orElseThrow();
        PanelReading reading = PanelReading.of(
                row.measure(),
                chart,
                "28-day periods as published when each ended; the band is usual variation, orange points lie outside it"
                        + " or complete a run. A line that is not of the chosen area or theme says so in its name. Rebases are dashed lines. The axis is fitted"
                        + " to the data, and need not begin at 0"
                        + (isEstimated(row) ? "; the dotted end is provisional" : ""));
        Panel panel = PanelKinds.lines(title, reading, PanelSource.PUBLISHED, unit(row), width, height)
                .byDefault("noValue", "No 28-day period with enough cases has ended yet: " + firstPeriod(row, chart))
                .sql(query(row, chart, beside), "time_series");
        LimitLines.style(panel, PERIOD)
                .fields(
                        "^Axis$",
                        "custom.lineWidth",
                        0,
                        "custom.showPoints",
                        "never",
                        "custom.hideFrom",
                        object("legend", true, "tooltip", true, "viz", false))
                .defines(row.measure().slug());
        if (isEstimated(row)) {
            panel.field(
                            ESTIMATE,
                            "color",
                            object("mode", "fixed", "fixedColor", DashboardPalette.REBASE),
                            "custom.showPoints",
                            "always",
                            "custom.lineStyle",
                            object("fill", "dot", "dash", List.of(2, 6)))
                    .fields(
                            "^Estimate, at (most|least)$",
                            "color",
                            object("mode", "fixed", "fixedColor", DashboardPalette.REBASE),
                            "custom.lineWidth",
                            0,
                            "custom.showPoints",
                            "never",
                            "custom.hideFrom",
                            HIDDEN)
                    .fields(
                            "^Estimate, at most$",
                            "custom.fillBelowTo",
                            "Estimate, at least",
                            "custom.fillOpacity",
                            20);
        }
        return panel;
    }

    private static String firstPeriod(FigureRow row, Basis chart) {
        return "the first is shown when the history is "
                + (row.measure().runIn(chart, Optional.empty()) + 28 + chart.horizon()) + " days old.";
    }

    /** Not where the chart is of another horizon than the figure: the estimate is of the figure's. */
    private static boolean isEstimated(FigureRow row) {
        int horizon = row.view().basis().horizon();
        Basis estimate = Basis.incidence(horizon);
        return row.chart().filter(chart -> chart.horizon() == horizon).isPresent()
                && row.measure().estimates().contains(estimate)
                && row.measure().isOnDashboards(estimate, ESTIMATED_OVER);
    }

    /** The legend prints as many digits as it is given. */
    private static String rounded(FigureRow row) {
        return switch (row.measure().kind()) {
            case SHARE -> "line.value";
            case COUNT -> "round(line.value)";
            case PERCENTILE -> "round(line.value::numeric, 1)::float8";
            case RATE, POPULATION_RATE -> "round(line.value::numeric, 2)::float8";
        };
    }

    /** Two points that are not drawn, and make the axis span as much as the widest of those beside it. */
    private static String span(FigureRow row, Basis chart, List<Slice> beside) {
        if (beside.isEmpty() || !row.isShare()) {
            return "";
        }
        String slices = beside.stream()
                .flatMap(slice -> slice.candidates().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return """
            UNION ALL SELECT ended, 'Axis', middle + side * %1$d * (
              SELECT max(span) / 2 FROM (
                SELECT max(greatest(l.value, l.upper)) - min(least(l.value, l.lower)) AS span FROM vaiwg.kpi_limit_dashboard l
                WHERE l.force = '$force' AND l.kpi = '%2$s' AND l.basis = '%3$s' AND l.slice IN (%4$s) AND NOT l.trial AND l.chart NOT IN ('t', 't_rest', 'change')
                  AND l.last_day >= $__timeFrom()::timestamp
                GROUP BY l.slice) spans)
            FROM (SELECT min(ended) AS first, max(ended) AS last, (max(greatest(value, upper)) + min(least(value, lower))) / 2 AS middle FROM period WHERE NOT trial) own,
              LATERAL (VALUES (first, -1), (last, 1)) ends(ended, side)
            WHERE ended IS NOT NULL
            """.formatted(row.factor(), row.measure().slug(), chart.slug(), slices);
    }

    private static String unit(FigureRow row) {
        return switch (row.measure().kind()) {
            case SHARE -> "percent";
            case COUNT -> "locale";
            case RATE, POPULATION_RATE -> "none";
            case PERCENTILE -> "suffix:" + row.measure().unit();
        };
    }

    private static String query(FigureRow row, Basis chart, List<Slice> beside) {
        List<String> candidates = row.slice().candidates();
        String ranked = IntStream.range(0, candidates.size())
                .mapToObj(rank -> "(" + rank + ", " + candidates.get(rank) + ")")
                .collect(Collectors.joining(", "));
        String estimates = isEstimated(row)
                ? """
                , tail AS (
                  SELECT DISTINCT ON (v.as_at) v.as_at::timestamp AT TIME ZONE 'Europe/London' AS ended, %4$d * v.value AS value, %4$d * v.lower AS lower,
                    %4$d * v.upper AS upper
                  FROM vaiwg.kpi_value_dashboard v
                  WHERE v.force = '$force' AND v.kpi = '%1$s' AND v.basis = '%2$s' AND v."window" = '%3$s' AND v.slice = (SELECT slice FROM chosen) AND NOT v.small
                    AND v.as_at IN (SELECT generate_series(max(last_day) + 29, max(last_day) + 120, interval '28 days')::date FROM period)
                  ORDER BY v.as_at, v.publication DESC
                )""".formatted(
                                row.measure().slug(),
                                Basis.incidence(row.view().basis().horizon()).slug(),
                                ESTIMATED_OVER.slug(),
                                row.factor())
                : "";
        String tail = isEstimated(row) ? """
                UNION ALL SELECT ended, line.name, line.value FROM tail, LATERAL (VALUES
                  ('Estimate', value), ('Estimate, at least', lower), ('Estimate, at most', upper)) line(name, value)
                """ : "";
        return """
            WITH chosen AS (
              SELECT slice, %9$s AS said FROM (VALUES %1$s) c(rank, slice)
              WHERE EXISTS (SELECT FROM vaiwg.kpi_limit_dashboard l WHERE l.force = '$force' AND l.kpi = '%2$s' AND l.basis = '%3$s' AND l.slice = c.slice
                AND l.chart NOT IN ('t', 't_rest'))
              ORDER BY rank LIMIT 1
            ), period AS (
              SELECT DISTINCT ON (as_at) last_day, (last_day + 1)::timestamp AT TIME ZONE 'Europe/London' AS ended, trial, rule, %4$d * p.level AS value,
                %4$d * (p.level - value + lower) AS lower, %4$d * (p.level - value + centre) AS centre, %4$d * (p.level - value + upper) AS upper
              FROM vaiwg.kpi_limit_dashboard, LATERAL (SELECT CASE WHEN chart <> 'change' THEN value WHEN denominator IS NULL THEN numerator
                ELSE numerator::float8 / nullif(denominator, 0) END AS level) p
              WHERE force = '$force' AND kpi = '%2$s' AND basis = '%3$s' AND slice = (SELECT slice FROM chosen) AND "window" <> '1m'
                AND chart NOT IN ('t', 't_rest') AND last_day >= $__timeFrom()::timestamp
              ORDER BY as_at, publication DESC
            )%5$s
            SELECT ended AS "time", line.name AS metric, %8$s AS value FROM period, LATERAL (VALUES
              ('28-day period' || (SELECT said FROM chosen), value), ('Usual', CASE WHEN NOT trial THEN centre END), ('Lower limit', CASE WHEN NOT trial THEN lower END),
              ('Upper limit', CASE WHEN NOT trial THEN upper END), ('Outside usual variation', CASE WHEN rule IS NOT NULL THEN value END)) line(name, value)
            WHERE line.value IS NOT NULL
            %6$s%7$sORDER BY 1, 2\
            """.formatted(
                        ranked,
                        row.measure().slug(),
                        chart.slug(),
                        row.factor(),
                        estimates,
                        tail,
                        span(row, chart, beside),
                        rounded(row),
                        Slice.fallback("slice", String.valueOf(row.slice().isOfTheme())));
    }
}
