package vaiwg.grafana;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vaiwg.kpis.cases.PerpetratorAge;
import vaiwg.kpis.catalogue.Measure;

/** Who the people are that have a place on the early awareness programme: descriptive, and without what is of fewer than five. */
final class AwarenessProfile {
    private static final String PLACES = "easi_places_filled";
    /** What the rows are called, each with its measure and slice. */
    private static final List<Row> ROWS = Stream.concat(
                    PerpetratorAge.words().entrySet().stream()
                            .map(age -> new Row(Words.capital(age.getValue()), PLACES, "age=" + age.getKey())),
                    Stream.of(
                            new Row("Men", "easi_places_men", ""),
                            new Row("Present or former partner of the victim", "easi_places_partners", ""),
                            new Row("Family or acquaintance of the victim", "easi_places_known", ""),
                            new Row("Stranger to the victim", "easi_places_strangers", "")))
            .toList();

    private static final List<String> MEASURES =
            ROWS.stream().map(Row::kpi).distinct().toList();

    private record Row(String name, String kpi, String slice) {}

    private final Dashboards dashboards;

    AwarenessProfile(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    Panel panel(int width, int height) {
        Measure places = dashboards.measure(PLACES);
        // What is broken down by age is shown at the beginnings of months only, so all of it is.
        String query = """
                WITH published AS (
                  SELECT kpi, slice, numerator, value, small, suppressed
                  FROM vaiwg.kpi_value_dashboard
                  WHERE force = '$force' AND kpi IN (%1$s) AND basis = 'stock' AND "window" = 'all' AND as_at = %2$s
                    AND publication = %3$s
                ), line(place, name, kpi, slice) AS (VALUES
                  %4$s
                )
                SELECT name AS "Of the people with a place",
                  CASE WHEN v.suppressed THEN '%5$s' WHEN line.kpi = '%6$s' THEN coalesce(v.numerator, 0)::text ELSE v.numerator::text END AS "People",
                  CASE WHEN line.kpi <> '%6$s' AND NOT v.small THEN 100 * v.value
                    WHEN line.kpi = '%6$s' AND total.numerator >= 30 AND NOT coalesce(v.suppressed, false)
                    THEN 100.0 * coalesce(v.numerator, 0) / total.numerator END AS "Share"
                FROM published total CROSS JOIN line LEFT JOIN published v ON (v.kpi, v.slice) = (line.kpi, line.slice)
                WHERE total.kpi = '%6$s' AND total.slice = ''
                ORDER BY line.place""".formatted(
                        MEASURES.stream().map(FigureRow::quoted).collect(Collectors.joining(", ")),
                        Sql.NEWEST_MONTH,
                        Sql.NEWEST_PUBLICATION,
                        IntStream.range(0, ROWS.size())
                                .mapToObj(AwarenessProfile::values)
                                .collect(Collectors.joining(",\n  ")),
                        Sql.WITHHELD,
                        PLACES);
        Reading reading = new Reading(
                places.definition()
                        + " By age: of all of them. By sex and by relationship: of those of whom the selection says it. Numbers"
                        + " below five are withheld, with what would give them away.",
                "people; % of people",
                "none: it says whom the programme is for",
                "stock (as it stands)",
                "all, at the beginning of the month");
        return Charts.table(
                        "People with a place, by age, sex and relationship", reading, Source.PUBLISHED, width, height)
                .whenEmpty("No filled place has been recorded yet.", "–")
                .sql(query, "table")
                .field("Of the people with a place", "custom.minWidth", 220, "custom.wrapText", true)
                .field("People", "custom.width", 90, "custom.align", "right")
                .field("Share", "custom.width", 90, "unit", "percent", "decimals", 0)
                .defines(MEASURES.toArray(String[]::new));
    }

    private static String values(int place) {
        Row row = ROWS.get(place);
        return "(" + place + ", " + FigureRow.quoted(row.name()) + ", " + FigureRow.quoted(row.kpi()) + ", "
                + FigureRow.quoted(row.slice()) + ")";
    }
}
