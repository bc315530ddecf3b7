package vaiwg.verification.oracle;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import vaiwg.policeuk.DuckDb;

/**
 * What must be published, computed a second time from the raw log: SQL over plain tables, sharing no code with the pipeline. Load a
 * log, say which snapshots are wanted, {@link #compute}, hand in what the pipeline says, and ask for the differences.
 */
public final class Oracle implements AutoCloseable {
    /** The step that says which snapshots there are, before any figure is counted. */
    private static final String PUBLISHED = "03-histories";

    /** The table of all measures; what the steps after it declare of their own is read before any of them runs. */
    private static final String MEASURES = "07-measures";

    private static final Pattern DECLARATION = Pattern.compile("^INSERT INTO measure\\b[^;]*;", Pattern.MULTILINE);

    private static final List<String> STEPS = List.of(
            "02-calendar",
            "03-admission",
            PUBLISHED,
            "04-judgements",
            "05-known-cases",
            "05-known-steps",
            MEASURES,
            "07-measures-read",
            "08-cases",
            "09-contributions",
            "09-steps",
            "09-subjects",
            "09-persons",
            "10-values",
            "10-expected",
            "10-expected-people",
            "10-expected-rates",
            "10-expected-percentiles",
            "10-expected-estimates",
            "10-expected-standardised",
            "10-published",
            "11-named");

    private final DuckDBConnection connection;

    public Oracle() throws SQLException {
        connection = (DuckDBConnection) DuckDb.open();
        // Tests run side by side, and two threads take a third more processor time for the same.
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
        }
        run("01-tables");
        EventTables.create(connection);
        new ReferenceTables(connection).loadReferences();
    }

    public void load(List<LogRecord> log) throws SQLException {
        try (EventTables tables = new EventTables(connection)) {
            for (LogRecord record : log) {
                tables.add(record);
            }
        }
    }

    /** How many people rates are for, in the form of the reference file; without it no rate has a denominator. */
    public void loadDenominators(String text) throws SQLException {
        new ReferenceTables(connection).loadDenominators(text);
    }

    /** Likewise of a force, as its folder has them. */
    public void loadDenominators(String force, String text) throws SQLException {
        new ReferenceTables(connection).loadDenominators(ReferenceTables.ofForce(force, text));
    }

    /** How deprived small areas are, in the form of the reference file. */
    public void loadDeprivation(String text) throws SQLException {
        new ReferenceTables(connection).loadDeprivation(text);
    }

    /** Other areas of units than those that are shipped, in the form of the reference file. */
    public void replaceAreas(String text) throws SQLException {
        new ReferenceTables(connection).replaceAreas(text);
    }

    /** Other bank holidays than those that are shipped, in the form of the reference file. */
    void replaceBankHolidays(String text) throws SQLException {
        new ReferenceTables(connection).replaceBankHolidays(text);
    }

    public void want(String force, List<LocalDate> snapshots) throws SQLException {
        try (DuckDBAppender rows = appender("wanted")) {
            for (LocalDate asAt : snapshots) {
                rows.beginRow().append(force).append(asAt).endRow();
            }
        }
    }

    public void compute() throws SQLException {
        run(STEPS);
    }

    /** Only which of the wanted snapshots are published; of such an oracle nothing else can be asked. */
    public void computePublished() throws SQLException {
        run(STEPS.subList(0, STEPS.indexOf(PUBLISHED) + 1));
    }

    private void run(List<String> steps) throws SQLException {
        for (String step : steps) {
            run(step);
        }
    }

    /** Leaves out the days of the forces that are dormant at the last snapshot that is wanted of any. */
    public void leaveOutDaysOfTheDormant() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    DELETE FROM expected_day WHERE force NOT IN (
                        SELECT force FROM published WHERE as_at = (SELECT max(as_at) FROM wanted))
                    """);
        }
    }

    /** A table of what the pipeline says: {@code actual_value} and others that begin so. */
    public DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    /** Compares; returns the forces in which anything differs. */
    public List<String> forcesThatDiffer() throws SQLException {
        run("11-differences");
        return query("""
                SELECT force FROM value_difference UNION SELECT force FROM estimate_difference
                UNION SELECT force FROM day_difference UNION SELECT force FROM event_day_difference
                UNION SELECT force FROM late_difference UNION SELECT force FROM snapshot_difference
                ORDER BY force
                """);
    }

    /** Compares what revisions add up to; returns the first that are otherwise, a line each. */
    public List<String> revisionsThatDiffer() throws SQLException {
        run("12-revisions");
        return query(
                "SELECT concat_ws(' | ', force, earlier, later, kpi, slice, concat('expected ', expected_numerator, '/', expected_denominator),"
                        + " concat('is ', numerator, '/', denominator)) FROM revision_difference ORDER BY ALL LIMIT 20");
    }

    /** How many published windows are known to be otherwise at the next snapshot. */
    public List<String> revisedHeadlines() throws SQLException {
        return query("SELECT DISTINCT kpi FROM actual_revision WHERE numerator <> 0 OR denominator <> 0 ORDER BY kpi");
    }

    /** The first differences of a force, a line each: the cell, what is expected, what the pipeline says. */
    public List<String> differences(String force, int most) throws SQLException {
        return query("""
                SELECT line FROM (
                    SELECT 1 AS kind, force, concat_ws(' | ', 'value as at ' || as_at, kpi, basis, "window", slice,
                        concat('expected ', expected_numerator, '/', expected_denominator),
                        concat('is ', actual_numerator, '/', actual_denominator)) AS line
                    FROM value_difference
                    UNION ALL
                    SELECT 2, force, concat_ws(' | ', 'estimate as at ' || as_at, kpi, basis, "window", slice,
                        'expected ' || expected, 'is ' || actual)
                    FROM estimate_difference
                    UNION ALL
                    SELECT 0, force, concat_ws(' | ', 'day ' || day, kpi, basis, slice,
                        concat('expected ', expected_numerator, '/', expected_denominator),
                        concat('is ', actual_numerator, '/', actual_denominator))
                    FROM day_difference
                    UNION ALL
                    SELECT 3, force, concat_ws(' | ', 'event day ' || day || ' as at ' || as_at, kpi, basis, slice,
                        concat('expected ', expected), concat('is ', actual))
                    FROM event_day_difference
                    UNION ALL
                    SELECT -2, force, concat('snapshot as at ', as_at, ' | expected history from ', expected, ' | is from ', actual)
                    FROM snapshot_difference
                    UNION ALL
                    SELECT -1, force, concat('late event ', topic, '-', kafka_partition, '@', kafka_offset, ' expected ',
                        expected_admitted_at, ' is ', actual_admitted_at)
                    FROM late_difference)
                WHERE force = '%s' ORDER BY kind, line LIMIT %d
                """.formatted(force, most));
    }

    /** The first column of a query, as text. */
    public List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        forEachRow(sql, row -> values.add(row.getString(1)));
        return values;
    }

    /** All rows of a query, one after the other. */
    public void forEachRow(String sql, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** Reads the row at which a result stands. */
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void run(String file) throws SQLException {
        String text = read("/oracle/" + file + ".sql");
        try (Statement statement = connection.createStatement()) {
            statement.execute(DECLARATION.matcher(text).replaceAll(""));
            if (file.equals(MEASURES)) {
                statement.execute(declarations());
            }
        }
    }

    private static String declarations() {
        return STEPS.stream()
                .flatMap(step ->
                        DECLARATION.matcher(read("/oracle/" + step + ".sql")).results())
                .map(MatchResult::group)
                .collect(joining("\n"));
    }

    private static String read(String resource) {
        try (var in = Objects.requireNonNull(Oracle.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
