package vaiwg.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vaiwg.kpis.catalogue.Priority;

/** The figures of one force as at one day, in the newest publication. */
public final class PublishedFigures {
    private static final String FORCES =
            "SELECT force, data_through ->> 'source' = 'SYNTHETIC' AS synthetic FROM kpi_snapshot"
                    + " WHERE as_at = ? AND publication = (SELECT max(publication) FROM kpi_snapshot) ORDER BY force";
    private static final String FIGURE =
            "SELECT v.numerator, v.denominator, m.title, m.kind, m.minimum_n, m.restricted, m.priority"
                    + " FROM kpi_measure m LEFT JOIN kpi_value_every v ON v.kpi = m.kpi AND v.force = ? AND v.as_at = ?"
                    + " AND v.basis = ? AND v.\"window\" = ? AND v.slice = ?"
                    + " AND v.publication = (SELECT max(publication) FROM kpi_snapshot) WHERE m.kpi = ?";

    private final Connection connection;
    private final LocalDate asAt;
    private final String force;
    private final boolean synthetic;

    private PublishedFigures(Connection connection, LocalDate asAt, String force, boolean synthetic) {
        this.connection = connection;
        this.asAt = asAt;
        this.force = force;
        this.synthetic = synthetic;
    }

    /** Every force that has a snapshot of that day, by name. */
    static List<PublishedFigures> asAt(Connection connection, LocalDate asAt) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FORCES)) {
            select.setObject(1, asAt);
            List<PublishedFigures> forces = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    forces.add(new PublishedFigures(
                            connection, asAt, found.getString("force"), found.getBoolean("synthetic")));
                }
            }
            return forces;
        }
    }

    String force() {
        return force;
    }

    /** Whether nobody in these figures exists. */
    boolean isSynthetic() {
        return synthetic;
    }

    /** @throws IllegalStateException where the dictionary has no such measure */
    HeadlineFigure figure(HeadlineKey headline) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIGURE)) {
            select.setString(1, force);
            select.setObject(2, asAt);
            select.setString(3, headline.basis());
            select.setString(4, headline.window());
            select.setString(5, headline.slice());
            select.setString(6, headline.kpi());
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("The dictionary has no measure " + headline.kpi() + ".");
                }
                return new HeadlineFigure(
                        found.getString("title"),
                        Priority.valueOf(found.getString("priority").toUpperCase(Locale.ROOT)),
                        found.getString("kind"),
                        found.getInt("minimum_n"),
                        found.getBoolean("restricted"),
                        found.getLong("numerator"),
                        found.getLong("denominator"));
            }
        }
    }
}
