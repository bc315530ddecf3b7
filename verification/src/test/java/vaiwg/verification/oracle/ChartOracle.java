package vaiwg.verification.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.policeuk.DuckDb;

/**
 * The block charts computed a second time, in SQL and from published values alone. Hand in what was published and what was said of
 * it, {@link #compute}, and ask for the differences.
 */
public final class ChartOracle implements AutoCloseable {
    private static final List<Path> REGISTERS = List.of(
            Path.of("..", "kpis", "src/main/resources/reference/rebase-register.csv"),
            Path.of("..", "sites", "west-midlands", "rebase-register.csv"));

    private final DuckDBConnection connection;

    public ChartOracle(Catalogue catalogue) throws SQLException, IOException {
        connection = (DuckDBConnection) DuckDb.open();
        run(read("charts-tables"));
        for (Path register : REGISTERS) {
            run("INSERT INTO rebase_register SELECT date, affects FROM read_csv('" + register
                    + "', comment = '#', header = true, types = {'date': 'DATE'})");
        }
        try (DuckDBAppender rows = appender("measure")) {
            for (Measure measure : catalogue.measures()) {
                rows.beginRow()
                        .append(measure.slug())
                        .append(measure.kind().name().toLowerCase(Locale.ROOT))
                        .append(measure.priority().slug())
                        .append(measure.minimumN())
                        .append(measure.uncharted().isEmpty())
                        .append(measure.looksBack())
                        .append(measure.agedDays(measure.variants().get(0)))
                        .append(measure.tellsOfRecords())
                        .append(measure.raisesAlerts())
                        .append(measure.readByDay()
                                .map(view -> view.basis().horizon())
                                .orElse(0))
                        .endRow();
            }
        }
    }

    /** Adds rows to a table of charts-tables.sql. */
    public DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    public void compute() throws SQLException, IOException {
        run(read("charts"));
    }

    /** Blocks of which other limits, rules or dates are expected than were said, a line each. */
    public List<String> limitsThatDiffer() throws SQLException {
        return query("SELECT line FROM limit_difference ORDER BY line LIMIT 12");
    }

    /** Signals that were to be raised and were not, or otherwise, a line each. */
    public List<String> raisesThatDiffer() throws SQLException {
        return query("SELECT line FROM raise_difference ORDER BY line LIMIT 12");
    }

    /** Days of which was told that records moved in them, or not, and it is otherwise, a line each. */
    public List<String> movesThatDiffer() throws SQLException {
        return query("SELECT line FROM expected_move WHERE moved <> expected ORDER BY line LIMIT 12");
    }

    /** The first column of a query, as text. */
    public List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String name) throws IOException {
        try (var in = Objects.requireNonNull(ChartOracle.class.getResourceAsStream("/oracle/" + name + ".sql"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
