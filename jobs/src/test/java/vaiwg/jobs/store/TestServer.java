package vaiwg.jobs.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM, started for the first and ended with the JVM; each gets databases of its own. */
final class TestServer {
    private static final AtomicInteger MADE = new AtomicInteger();

    private TestServer() {}

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** For tests that tell single values: each becomes a pack of its own. */
    private static final String VALUES_ARE_TOLD_SINGLY = """
            CREATE SCHEMA telling;
            CREATE FUNCTION telling.value() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO vaiwg.kpi_pack_place VALUES (NEW.series_id, NEW.series_id, 1) ON CONFLICT DO NOTHING;
                INSERT INTO vaiwg.kpi_value_pack VALUES (NEW.series_id, NEW.as_at, NEW.publication, left(NEW.withheld, 1), ARRAY[NEW.numerator],
                    CASE WHEN NEW.denominator IS NOT NULL THEN ARRAY[NEW.denominator] END);
                RETURN NEW;
            END $$;
            CREATE TRIGGER told INSTEAD OF INSERT ON vaiwg.kpi_value_row FOR EACH ROW EXECUTE FUNCTION telling.value();
            """;

    /** A database with the tables and views, and nothing in them. */
    static Database newDatabase() throws SQLException {
        Database database = emptyDatabase();
        Migrations.apply(database);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(VALUES_ARE_TOLD_SINGLY);
        }
        return database;
    }

    /** A database without anything. */
    static Database emptyDatabase() throws SQLException {
        String name = "test" + MADE.incrementAndGet();
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new Database(Running.SERVER.getJdbcUrl("postgres", name), "postgres", "");
    }

    /** The rows of an answer, the cells of each between bars. */
    static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }
}
