package vaiwg.grafana;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.PerpetratorTrait;
import vaiwg.kpis.catalogue.Measure;

/** Who the people are that have a place on the EASI programme: descriptive, and without what is of fewer than five. */
final class AwarenessProfilePanel {
    private static final String PLACES = "easi_places_filled";

    private final Dashboards dashboards;

    AwarenessProfilePanel(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    Panel panel(int width, int height) {
        Measure places = dashboards.measure(PLACES);
        // What is broken down is shown at the beginnings of months only, and so is the total here. Nobody has a row of
        // zero: that is
        // known only where another row of the breakdown is published.
        String query = """
                WITH published AS (
                  SELECT slice, numerator, suppressed
                  FROM vaiwg.kpi_value_dashboard
                  WHERE force = '$force' AND kpi = '%1$s' AND basis = 'stock' AND "window" = 'all' AND as_at = %2$s
                    AND publication = %3$s
                ), line(place, slice, name) AS (VALUES
                  %4$s
                )
                SELECT name AS "Of the people with a place",
                  CASE WHEN v.suppressed THEN '%5$s' ELSE coalesce(v.numerator, 0)::text END AS "People",
                  CASE WHEN total.numerator >= %6$d AND NOT coalesce(v.suppressed, false)
                    THEN 100::float8 * coalesce(v.numerator, 0) / total.numerator END AS "Share"
                FROM published total CROSS JOIN line LEFT JOIN published v ON v.slice = line.slice
                WHERE total.slice = ''
                  AND EXISTS (SELECT FROM published other WHERE split_part(other.slice, '=', 1) = split_part(line.slice, '=', 1))
                ORDER BY line.place""".formatted(
                        PLACES, Sql.NEWEST_MONTH, Sql.NEWEST_PUBLICATION, lines(), Sql.WITHHELD, places.minimumN());
        PanelReading reading = new PanelReading(
                places.definition() + " Numbers below five are withheld, with what would give them away.",
                "people; % of people",
                "none: it says whom the programme is for",
                "stock (as it stands)",
                "all, at the beginning of the month");
        return PanelKinds.table(
                        "People with a place, by age, sex and relationship",
                        reading,
                        PanelSource.PUBLISHED,
                        width,
                        height)
                .whenEmpty("No filled place has been recorded yet.", "–")
                .sql(query, "table")
                .field("Of the people with a place", "custom.minWidth", 220, "custom.wrapText", true)
                .field("People", "custom.width", 90, "custom.align", "right")
                .field("Share", "custom.width", 90, "unit", "percent", "decimals", 0)
                .defines(PLACES);
    }

    /** The rows: their places, slices and names. */
    private static String lines() {
        List<String> lines = new ArrayList<>();
        PerpetratorTrait.slices()
                .forEach((slice, words) -> lines.add("(" + lines.size() + ", " + FigureRow.quoted(slice) + ", "
                        + FigureRow.quoted(FirstLetters.capital(words)) + ")"));
        return String.join(",\n  ", lines);
    }
}
