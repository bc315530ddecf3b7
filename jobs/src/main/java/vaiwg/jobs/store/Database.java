package vaiwg.jobs.store;

import java.io.Serializable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the tables are, and who writes there.
 *
 * @param url JDBC URL without user and password; the driver's own parameters after its {@code ?} win over those that are added here
 */
public record Database(String url, String user, String password) implements Serializable {
    public static final String SCHEMA = "vaiwg";

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String PREFIX = "jdbc:postgresql://";

    /**
     * What every connection asks for. A checkpoint says that what came before it is in the tables: a server that answers before a commit
     * has reached its disk would make that untrue when it is killed. A job's connections are idle from midnight to midnight, and a
     * firewall forgets them without a word: the first statement after that fails in minutes and is tried again by the job, instead of
     * waiting until TCP gives up. No statement of the job takes as long.
     */
    private static final List<String> DEFAULTS = List.of(
            "options=-c%20synchronous_commit=on",
            "ApplicationName=vaiwg", "connectTimeout=10", "socketTimeout=300", "tcpKeepAlive=true");

    /** @throws IllegalArgumentException in one sentence, which repeats nothing of the URL, where that is not one or holds a password */
    public Database {
        if (url.split("\\?", 2)[0].contains("@") || parameters(url).anyMatch(name -> name.equals("password"))) {
            throw new IllegalArgumentException(
                    "The database's address holds a password or a user: take them out, and give them"
                            + " as VAIWG_DATABASE_PASSWORD and VAIWG_DATABASE_USER.");
        }
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "The database's address must begin with " + PREFIX + ", as in " + PREFIX + "127.0.0.1:5432/vaiwg.");
        }
    }

    /** The same for somebody who waits: a server that says nothing for so many seconds does not answer. What the address says wins. */
    public Database answeringIn(int seconds) {
        return parameters(url).anyMatch("socketTimeout"::equals)
                ? this
                : new Database(with(url, "socketTimeout=" + seconds), user, password);
    }

    /** A connection whose names resolve in the project's schema, and whose commits last. */
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(withDefaults(), user, password);
        connection.setSchema(SCHEMA);
        return connection;
    }

    /** Closes a writer's connection. What fails then must go no further: to Flink it would be the end of the whole task manager. */
    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("The database had cut the connection before it was closed", e);
        }
    }

    /** @throws DatabaseException in one sentence that says what to do, where there is no connection */
    public Connection connectOrFail() {
        try {
            return connect();
        } catch (SQLException e) {
            throw new DatabaseException(this, e);
        }
    }

    /**
     * The URL with the schema as the connection's search path, for those who connect by themselves. What the driver says of a failed row, which
     * goes to the log, quotes none of its values.
     */
    String urlInSchema() {
        return with(with(withDefaults(), "currentSchema=" + SCHEMA), "logServerErrorDetail=false");
    }

    private String withDefaults() {
        String complete = url;
        for (String parameter : DEFAULTS) {
            String name = parameter.substring(0, parameter.indexOf('='));
            if (parameters(url).noneMatch(name::equals)) {
                complete = with(complete, parameter);
            }
        }
        return complete;
    }

    private static String with(String url, String parameter) {
        return url + (url.contains("?") ? "&" : "?") + parameter;
    }

    private static Stream<String> parameters(String url) {
        return Stream.of(url.split("[?&]"))
                .skip(1)
                .map(parameter -> URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8));
    }

    /** Without the parameters, some of which may be secrets. */
    String address() {
        return url.split("\\?", 2)[0];
    }

    /** Without anything that must not reach a log. */
    @Override
    public String toString() {
        return user + " at " + address();
    }
}
