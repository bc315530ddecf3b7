package vaiwg.board.grafana;

import static vaiwg.board.grafana.Json.object;

import java.util.List;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;

/** The closed blocks of a measure with their limits as a band; blocks that complete a rule stand out. */
final class LimitChart {
    private LimitChart() {}

    static Panel panel(Measure measure, Basis basis, String title, int width, int height) {
        Reading reading = Reading.of(
                measure,
                basis,
                "28d blocks; between the limits lies ordinary variation, dashed limits are on trial: fewer than twelve"
                        + " blocks made them; an orange point completes a rule");
        return Charts.lines(title, reading, Source.PUBLISHED, Charts.unit(measure), width, height)
                // What matters is the place between the limits, not the distance from zero.
                .byDefault("min", null)
                .sql(query(measure, basis), "time_series")
                .field("Block", "color", Charts.colour(1), "custom.showPoints", "always")
                .field(
                        "Stands out",
                        "color",
                        Charts.colour(2),
                        "custom.drawStyle",
                        "points",
                        "custom.showPoints",
                        "always",
                        "custom.pointSize",
                        12)
                .fields(
                        "^(Usual|Upper limit|Lower limit)",
                        "color",
                        grey(),
                        "custom.lineWidth",
                        1,
                        "custom.showPoints",
                        "never")
                .fields("^Upper limit$", "custom.fillBelowTo", "Lower limit", "custom.fillOpacity", 14)
                .fields(
                        " \\(on trial\\)$",
                        "custom.lineStyle",
                        object("fill", "dash", "dash", List.of(4, 6)),
                        "custom.hideFrom",
                        object("legend", true, "tooltip", false, "viz", false))
                .defines(measure.slug());
    }

    private static Object grey() {
        return object("mode", "fixed", "fixedColor", Palette.GREY);
    }

    private static String query(Measure measure, Basis basis) {
        return """
            WITH block AS (
              SELECT DISTINCT ON (as_at) (last_day + 1)::timestamp AT TIME ZONE 'Europe/London' AS ended, value, lower, centre, upper,
                CASE WHEN trial THEN ' (on trial)' ELSE '' END AS kind, rule
              FROM vaiwg.kpi_limit
              WHERE force = '$force' AND kpi = '%1$s' AND basis = '%2$s' AND "window" = '28d' AND slice = %3$s AND chart NOT IN ('t', 't_rest')
                AND as_at >= $__timeFrom()::timestamp
              ORDER BY as_at, generation DESC
            )
            SELECT ended AS "time", line.name AS metric, line.value FROM block, LATERAL (VALUES
              ('Block', value), ('Usual' || kind, centre), ('Lower limit' || kind, lower), ('Upper limit' || kind, upper),
              ('Stands out', CASE WHEN rule IS NOT NULL THEN value END)) line(name, value)
            WHERE line.value IS NOT NULL ORDER BY 1, 2\
            """.formatted(measure.slug(), basis.slug(), Sql.chosenSlice());
    }
}
