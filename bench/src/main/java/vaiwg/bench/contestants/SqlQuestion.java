package vaiwg.bench.contestants;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import vaiwg.bench.measure.Answer;

/** The question as set-based SQL, in words that PostgreSQL and DuckDB both understand, on a table of all versions of crimes and one of outcomes. */
final class SqlQuestion {
    static final List<String> TABLES = List.of("crime", "outcome");
    static final String COLUMNS =
            "reference text, version_number bigint, changed_at bigint, event_high bigint, event_low bigint,"
                    + " counted boolean, on_day integer, themes integer, lpa integer, known integer";

    private static final int NEVER = Integer.MAX_VALUE;
    private static final String CURRENT = "SELECT DISTINCT ON (reference) * FROM %s"
            + " ORDER BY reference, version_number DESC, changed_at DESC, event_high DESC, event_low DESC";

    /** As known with all that is there. */
    private static final String ONCE = "SELECT " + Answer.END + ", c.on_day, c.themes, c.lpa, count(*), count(*) FILTER"
            + " (WHERE o.counted AND o.on_day - c.on_day < " + Answer.HORIZON + ")"
            + " FROM (" + CURRENT.formatted("crime") + ") c"
            + " LEFT JOIN (" + CURRENT.formatted("outcome") + ") o ON o.reference = c.reference"
            + " WHERE c.counted GROUP BY c.on_day, c.themes, c.lpa";

    /** From when to when a version is current: until one that supersedes it is known. */
    private static final String SPANS = "SELECT *, coalesce(min(known) OVER (PARTITION BY reference"
            + " ORDER BY version_number, changed_at, event_high, event_low"
            + " ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), " + NEVER + ") AS superseded FROM %s";

    /** As known at every midnight: what comes and what goes, by the midnight. */
    private static final String EVERY = "WITH c AS (SELECT * FROM (" + SPANS.formatted("crime") + ") spans"
            + " WHERE known < superseded AND counted),"
            + " o AS (SELECT * FROM (" + SPANS.formatted("outcome") + ") spans WHERE known < superseded AND counted),"
            + " part AS (SELECT c.on_day, c.themes, c.lpa, greatest(c.known, o.known) AS known,"
            + " least(c.superseded, o.superseded) AS superseded FROM c JOIN o ON o.reference = c.reference"
            + " AND o.known < c.superseded AND c.known < o.superseded AND o.on_day - c.on_day < " + Answer.HORIZON
            + "),"
            + " change AS (SELECT known, on_day, themes, lpa, 1 AS crimes, 0 AS ended FROM c"
            + " UNION ALL SELECT superseded, on_day, themes, lpa, -1, 0 FROM c WHERE superseded < " + NEVER
            + " UNION ALL SELECT known, on_day, themes, lpa, 0, 1 FROM part"
            + " UNION ALL SELECT superseded, on_day, themes, lpa, 0, -1 FROM part WHERE superseded < " + NEVER + ")"
            + " SELECT known, on_day, themes, lpa, sum(crimes), sum(ended) FROM change"
            + " GROUP BY known, on_day, themes, lpa HAVING sum(crimes) <> 0 OR sum(ended) <> 0";

    private SqlQuestion() {}

    static void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("CREATE TABLE " + table + " (" + COLUMNS + ")");
            }
        }
    }

    static Answer once(Connection connection) throws SQLException {
        return ask(connection, ONCE);
    }

    static Answer every(Connection connection) throws SQLException {
        return ask(connection, EVERY);
    }

    private static Answer ask(Connection connection, String question) throws SQLException {
        Answer answer = new Answer();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answer.change(
                        rows.getInt(1),
                        rows.getInt(2),
                        rows.getInt(3),
                        rows.getInt(4),
                        rows.getLong(5),
                        rows.getLong(6));
            }
        }
        return answer;
    }
}
