package vaiwg.jobs.store;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * The generation of published values: all that is published under one set of definitions. Changed definitions, or a deliberate
 * rebuild, begin a new one; the old one stays.
 *
 * @param dailyFrom the day number from which rows of all slices are kept daily; it stays what it was when the generation began
 */
public record Generation(int number, int dailyFrom) implements Serializable {
    /**
     * The newest generation where its definitions are these, else a new one.
     *
     * @param fingerprint of the catalogue's definitions
     * @param dailyFrom for a new generation
     */
    public static Generation current(Connection connection, String fingerprint, LocalDate dailyFrom)
            throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet newest = select.executeQuery("SELECT generation, daily_from, catalogue FROM kpi_generation"
                        + " ORDER BY generation DESC LIMIT 1")) {
            if (!newest.next()) {
                return begin(connection, 1, fingerprint, dailyFrom, "the first");
            }
            int number = newest.getInt(1);
            if (newest.getString(3).equals(fingerprint)) {
                return new Generation(number, day(newest.getObject(2, LocalDate.class)));
            }
            return begin(connection, number + 1, fingerprint, dailyFrom, "definitions changed");
        }
    }

    private static Generation begin(
            Connection connection, int number, String fingerprint, LocalDate dailyFrom, String reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO kpi_generation (generation, started_at, reason, daily_from, catalogue)"
                        + " VALUES (?, now(), ?, ?, ?)")) {
            insert.setInt(1, number);
            insert.setString(2, reason);
            insert.setObject(3, dailyFrom);
            insert.setString(4, fingerprint);
            insert.executeUpdate();
        }
        return new Generation(number, day(dailyFrom));
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
