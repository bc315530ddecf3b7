package vaiwg.bench.contestants;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.Entry;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.schemas.EventStream;

/** The question in DuckDB, in this process and in a file: the log is appended to two tables, then asked. */
public final class DuckDbSql implements Contestant {
    @Override
    public void run(EventLog log, Path folder, Laps laps) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("bench.duckdb"))) {
            SqlQuestion.createTables(connection);
            laps.time(Entry.DUCKDB_LOAD, () -> {
                load(log, connection.unwrap(DuckDBConnection.class));
                return Optional.empty();
            });
            laps.time(Entry.DUCKDB_ONCE, () -> Optional.of(SqlQuestion.once(connection)));
            laps.time(Entry.DUCKDB_EVERY, () -> Optional.of(SqlQuestion.every(connection)));
        }
    }

    private static void load(EventLog log, DuckDBConnection connection) throws SQLException {
        CaseRow.Reader reader = new CaseRow.Reader();
        try (DuckDBAppender crimes = connection.createAppender("main", "crime");
                DuckDBAppender outcomes = connection.createAppender("main", "outcome")) {
            Map<EventStream, DuckDBAppender> tables =
                    new EnumMap<>(Map.of(EventStream.CRIME_RECORDING, crimes, EventStream.OUTCOME, outcomes));
            log.read(
                    CaseRow.STREAMS,
                    (stream, message) ->
                            reader.read(stream, message).ifPresent(row -> append(row, tables.get(stream))));
        }
    }

    private static void append(CaseRow row, DuckDBAppender table) {
        try {
            table.beginRow();
            table.append(row.reference());
            table.append(row.version());
            table.append(row.changedAt());
            table.append(row.eventHigh());
            table.append(row.eventLow());
            table.append(row.counted());
            table.append(row.day());
            table.append(row.themes());
            table.append(row.lpa());
            table.append(row.known());
            table.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not take a row.", e);
        }
    }
}
