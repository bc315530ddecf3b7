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
    private static final String TEMPLATE = "with_tables";

    private static boolean hasTemplate;

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

    /** A database with the tables and views, and nothing in them: a copy of one, which is made once. */
    static synchronized Database newDatabase() throws SQLException {
        if (!hasTemplate) {
            Migrations.apply(create(TEMPLATE, ""));
            hasTemplate = true;
        }
        return create("test" + MADE.incrementAndGet(), " TEMPLATE " + TEMPLATE);
    }

    /** A database without anything. */
    static Database emptyDatabase() throws SQLException {
        return create("test" + MADE.incrementAndGet(), "");
    }

    private static Database create(String name, String as) throws SQLException {
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + as);
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
