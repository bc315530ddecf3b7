package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import vaiwg.statistics.signals.charts.RebaseRegister;

/**
 * The rebase register, kept with the publication whose limits it sets: what it said stays with the snapshots that were published meanwhile,
 * and what it says otherwise holds from the next as-at on, as in the {@link Dictionary}.
 */
final class RebaseTable {
    private static final String OPEN =
            "SELECT day, affects, reason FROM kpi_rebase WHERE generation = ? AND until = 'infinity'";
    private static final String CLOSE = "UPDATE kpi_rebase SET until = " + Dictionary.NEXT
            + " WHERE generation = ? AND day = ? AND affects = ? AND reason = ? AND until = 'infinity'";
    private static final String INSERT = "INSERT INTO kpi_rebase (generation, edition, since, day, affects, reason)"
            + " SELECT ?, (SELECT coalesce(max(edition), 0) + 1 FROM kpi_rebase"
            + " WHERE generation = ? AND day = ? AND affects = ? AND reason = ?), " + Dictionary.NEXT + ", ?, ?, ?";

    private RebaseTable() {}

    private record Row(LocalDate day, String affects, String reason) {}

    /** Writes what the register says otherwise than before, in the caller's transaction. */
    static void write(Connection connection, int generation, RebaseRegister register) throws SQLException {
        Set<Row> said = new LinkedHashSet<>();
        for (RebaseRegister.Entry entry : register.entries()) {
            said.add(new Row(LocalDate.ofEpochDay(entry.day()), String.join(" ", entry.affects()), entry.reason()));
        }
        Set<Row> before = open(connection, generation);
        try (PreparedStatement close = connection.prepareStatement(CLOSE);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Row row : before) {
                if (!said.contains(row)) {
                    close.setInt(1, generation);
                    close.setInt(2, generation);
                    set(close, 3, row);
                    close.executeUpdate();
                }
            }
            for (Row row : said) {
                if (!before.contains(row)) {
                    insert.setInt(1, generation);
                    insert.setInt(2, generation);
                    set(insert, 3, row);
                    insert.setInt(6, generation);
                    set(insert, 7, row);
                    insert.executeUpdate();
                }
            }
        }
    }

    private static void set(PreparedStatement statement, int first, Row row) throws SQLException {
        statement.setObject(first, row.day());
        statement.setString(first + 1, row.affects());
        statement.setString(first + 2, row.reason());
    }

    private static Set<Row> open(Connection connection, int generation) throws SQLException {
        Set<Row> rows = new LinkedHashSet<>();
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            select.setInt(1, generation);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(
                            found.getObject("day", LocalDate.class),
                            found.getString("affects"),
                            found.getString("reason")));
                }
            }
        }
        return rows;
    }
}
