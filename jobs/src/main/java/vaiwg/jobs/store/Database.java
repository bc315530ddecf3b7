package vaiwg.jobs.store;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where the tables are, and who writes there.
 *
 * @param url JDBC URL
 */
public record Database(String url, String user, String password) implements Serializable {
    /** The schema in which everything is. */
    public static final String SCHEMA = "vaiwg";

    /** A connection whose names resolve in the project's schema, and whose commits last. */
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(lasting(), user, password);
        connection.setSchema(SCHEMA);
        return connection;
    }

    /** The URL with the schema as the connection's search path, for those who connect by themselves. */
    String urlInSchema() {
        return with(lasting(), "currentSchema=" + SCHEMA);
    }

    /** Likewise, for rows of free text: what the driver says of a failed one, which goes to the log, quotes none of its values. */
    String urlInSchemaWithoutValuesInErrors() {
        return with(urlInSchema(), "logServerErrorDetail=false");
    }

    /**
     * A checkpoint says that what came before it is in the tables. A server that answers before a commit has reached its disk would
     * make that untrue when it is killed.
     */
    private String lasting() {
        return url.contains("options=") ? url : with(url, "options=-c%20synchronous_commit=on");
    }

    private static String with(String url, String parameter) {
        return url + (url.contains("?") ? "&" : "?") + parameter;
    }

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
