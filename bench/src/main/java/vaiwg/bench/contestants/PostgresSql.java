package vaiwg.bench.contestants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.Entry;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.EventStream;

/** The question in PostgreSQL: the log is copied into two tables, then asked. */
public final class PostgresSql implements Contestant {
    private static final int BUFFER = 1 << 16;

    @Override
    public void run(EventLog log, Path folder, Laps laps) throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder);
                Connection connection = server.database().connect()) {
            long pid = pid(folder);
            execute(connection, "CREATE SCHEMA " + Database.SCHEMA);
            SqlQuestion.createTables(connection);
            laps.time(
                    Entry.POSTGRES_LOAD,
                    () -> {
                        copy(log, server);
                        execute(connection, "ANALYZE");
                        return Optional.empty();
                    },
                    pid);
            laps.time(Entry.POSTGRES_ONCE, () -> Optional.of(SqlQuestion.once(connection)), pid);
            laps.time(Entry.POSTGRES_EVERY, () -> Optional.of(SqlQuestion.every(connection)), pid);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The process of the server in a folder. */
    static long pid(Path folder) throws IOException {
        return firstNumber(folder.resolve("data").resolve("postmaster.pid"));
    }

    /** What the first line of a file says. */
    static long firstNumber(Path file) throws IOException {
        return Long.parseLong(Files.readAllLines(file).get(0).strip());
    }

    /** A connection a table, as both are filled in one pass of the log. */
    private static void copy(EventLog log, EmbeddedDatabase server) throws SQLException, IOException {
        CaseRow.Reader reader = new CaseRow.Reader();
        try (Connection crimes = server.database().connect();
                Connection outcomes = server.database().connect();
                PGCopyOutputStream intoCrimes = into(crimes, "crime");
                PGCopyOutputStream intoOutcomes = into(outcomes, "outcome")) {
            Map<EventStream, PGCopyOutputStream> tables =
                    new EnumMap<>(Map.of(EventStream.CRIME_RECORDING, intoCrimes, EventStream.OUTCOME, intoOutcomes));
            log.read(
                    CaseRow.STREAMS,
                    (stream, message) -> reader.read(stream, message).ifPresent(row -> write(row, tables.get(stream))));
        }
    }

    private static PGCopyOutputStream into(Connection connection, String table) throws SQLException {
        return new PGCopyOutputStream(
                connection.unwrap(PGConnection.class), "COPY " + table + " FROM STDIN WITH (FORMAT csv)", BUFFER);
    }

    private static void write(CaseRow row, PGCopyOutputStream table) {
        String line = new StringJoiner(",", "", "\n")
                .add(row.reference())
                .add(Long.toString(row.version()))
                .add(Long.toString(row.changedAt()))
                .add(Long.toString(row.eventHigh()))
                .add(Long.toString(row.eventLow()))
                .add(Boolean.toString(row.counted()))
                .add(Integer.toString(row.day()))
                .add(Integer.toString(row.themes()))
                .add(Integer.toString(row.lpa()))
                .add(Integer.toString(row.known()))
                .toString();
        try {
            table.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
