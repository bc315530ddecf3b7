package vaiwg.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vaiwg.jobs.store.Query;
import vaiwg.kpis.text.Digits;

/**
 * The figures of one force as at one day, in the newest publication.
 *
 * @param synthetic whether nobody in them exists
 */
record PublishedFigures(Connection connection, LocalDate asAt, String force, boolean synthetic) {
    private static final String FORCES = """
            SELECT force, data_through ->> 'source' = 'SYNTHETIC' AS synthetic FROM kpi_snapshot
            WHERE as_at = ? AND publication = (SELECT max(publication) FROM kpi_snapshot) ORDER BY force
            """;
    private static final String FIGURE = """
            SELECT m.kind, m.minimum_n, v.numerator, v.denominator
            FROM kpi_measure m LEFT JOIN kpi_value v ON v.kpi = m.kpi AND v.basis = ? AND v."window" = ? AND v.slice = ? AND v.force = ?
            AND v.as_at = ? AND v.publication = (SELECT max(publication) FROM kpi_snapshot) WHERE m.kpi = ?
            """;

    /**
     * A published value with what the dictionary says of its measure.
     *
     * @param kind {@code count}, {@code share}, {@code rate} or {@code population_rate}
     * @param minimumN below this denominator a rate is stored but not shown
     * @param numerator 0 where nothing was published
     * @param denominator 0 for a count and where nothing was published
     * @param reading its basis and window
     */
    record Figure(String kind, int minimumN, long numerator, long denominator, String reading) {
        /** The figure, or why it is not shown. */
        String value() {
            if (kind.equals("count")) {
                return Digits.count(numerator);
            }
            if (denominator == 0) {
                return "not published";
            }
            if (denominator < minimumN) {
                return "fewer than " + minimumN;
            }
            return switch (kind) {
                case "rate" -> Digits.decimal(100.0 * numerator / denominator, 1) + " per 100";
                case "population_rate" -> Digits.decimal(10_000.0 * numerator / denominator, 1) + " per 10,000";
                default -> Digits.percent(numerator, denominator);
            };
        }

        /** What it is a share of, or empty. */
        String ofWhat() {
            return kind.equals("count") || denominator == 0
                    ? ""
                    : Digits.count(numerator) + (kind.endsWith("rate") ? " for " : " of ") + Digits.count(denominator);
        }
    }

    /** Every force that has a snapshot of that day, by name. */
    static List<PublishedFigures> asAt(Connection connection, LocalDate asAt) throws SQLException {
        return Query.rows(
                connection,
                FORCES,
                found ->
                        new PublishedFigures(connection, asAt, found.getString("force"), found.getBoolean("synthetic")),
                asAt);
    }

    /**
     * A figure by its measure, basis, window and slice.
     *
     * @throws IllegalStateException where the dictionary has no such measure
     */
    Figure figure(List<String> place) throws SQLException {
        List<Figure> figures = Query.rows(
                connection,
                FIGURE,
                found -> new Figure(
                        found.getString("kind"),
                        found.getInt("minimum_n"),
                        found.getLong("numerator"),
                        found.getLong("denominator"),
                        place.get(1) + ", " + place.get(2)),
                place.get(1),
                place.get(2),
                place.get(3),
                force,
                asAt,
                place.get(0));
        if (figures.isEmpty()) {
            throw new IllegalStateException("The dictionary has no measure " + place.get(0) + ".");
        }
        return figures.get(0);
    }
}
