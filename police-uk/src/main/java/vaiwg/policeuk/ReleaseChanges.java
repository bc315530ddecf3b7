package vaiwg.policeuk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The table {@code release_change}: what later releases changed, from which the view {@code kpi_revision} explains why a figure moved. */
public final class ReleaseChanges {
    private static final String ADD = """
            INSERT INTO release_change AS known (force, known_from, month, crime_type, cause, came, went, altered)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (force, known_from, month, crime_type, cause) DO UPDATE SET
            came = known.came + excluded.came, went = known.went + excluded.went, altered = known.altered + excluded.altered
            """;

    private ReleaseChanges() {}

    /**
     * Adds the counts of an import, in one transaction. Every correction is sent once, also by an import that broke off and was taken
     * up again: so counts add up.
     */
    public static void add(Connection connection, List<ReleaseChange> changes) throws SQLException {
        write(connection, changes, false);
    }

    /** Puts the counts of a whole history in the place of all that is there, in one transaction. */
    public static void replace(Connection connection, List<ReleaseChange> changes) throws SQLException {
        write(connection, changes, true);
    }

    private static void write(Connection connection, List<ReleaseChange> changes, boolean replace) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement delete = connection.createStatement();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            if (replace) {
                delete.executeUpdate("DELETE FROM release_change");
            }
            for (ReleaseChange change : changes) {
                add.setString(1, change.force());
                add.setObject(2, LondonMonth.day(change.publishedAt()));
                add.setObject(3, change.month().atDay(1));
                add.setString(4, change.crimeType());
                add.setString(5, change.cause().slug());
                add.setLong(6, change.came());
                add.setLong(7, change.went());
                add.setLong(8, change.altered());
                add.addBatch();
            }
            add.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
