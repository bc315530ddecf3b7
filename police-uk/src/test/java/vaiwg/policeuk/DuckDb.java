package vaiwg.policeuk;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** New, empty databases in memory, each within bounds: by itself one takes four fifths of the machine, and tests run side by side. */
public final class DuckDb {
    private static final String MEMORY = "3GB";

    private DuckDb() {}

    /** What does not fit goes to the system's folder for temporary files. */
    public static Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '" + MEMORY + "'");
            statement.execute("SET temp_directory = '" + System.getProperty("java.io.tmpdir") + "/vaiwg-duckdb-"
                    + ProcessHandle.current().pid() + "'");
        }
        return connection;
    }
}
