package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;

/** The dictionary of measures in the database: rewritten when the job starts, so that it is the catalogue's and nobody else's. */
public final class Dictionary {
    private static final String INSERT =
            "INSERT INTO kpi_measure (kpi, priority, title, definition, unit, direction, owner, section, definition_hash, kind,"
                    + " minimum_n, restricted, needs, caution) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private Dictionary() {}

    /** Replaces the dictionary, in one transaction of its own. */
    public static void write(Connection connection, Catalogue catalogue) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement delete = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            delete.executeUpdate("DELETE FROM kpi_measure");
            for (Measure measure : catalogue.measures()) {
                insert.setString(1, measure.slug());
                insert.setString(2, measure.priority().slug());
                insert.setString(3, measure.title());
                insert.setString(4, measure.definition());
                insert.setString(5, measure.unit());
                insert.setString(6, measure.direction().slug());
                insert.setString(7, measure.priority().owner());
                insert.setString(8, measure.section());
                insert.setString(9, catalogue.definition(measure));
                insert.setString(10, measure.kind().name().toLowerCase(Locale.ROOT));
                insert.setInt(11, measure.minimumN());
                insert.setBoolean(12, measure.isRestricted());
                insert.setString(13, needs(measure));
                insert.setString(14, measure.caution());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Measures with no basis by months need days, which archives do not tell. */
    private static String needs(Measure measure) {
        return measure.bases().keySet().stream().anyMatch(Basis::isMonthly) ? null : "days";
    }
}
