package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vaiwg.statistics.signals.charts.RebaseRegister;

/** Reads from {@code kpi_rebase} the register of events as it was when a snapshot was published. */
public final class RebaseReader {
    private RebaseReader() {}

    public static RebaseRegister read(Connection connection, PublishedSnapshot snapshot) throws SQLException {
        String query = """
                SELECT day, affects, reason, force FROM vaiwg.kpi_rebase
                WHERE publication = ? AND force IN ('', ?) AND since <= ? AND ? < until
                ORDER BY day, affects, reason
                """;
        return new RebaseRegister(Query.list(
                connection,
                query,
                row -> new RebaseRegister.Entry(
                        Math.toIntExact(row.getObject("day", LocalDate.class).toEpochDay()),
                        List.of(row.getString("affects").split(" ")),
                        row.getString("reason"),
                        row.getString("force")),
                snapshot.publication(),
                snapshot.force(),
                snapshot.asAt(),
                snapshot.asAt()));
    }
}
