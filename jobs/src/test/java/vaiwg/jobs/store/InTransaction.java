package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of what a database says and rejects, each in a transaction of its own that is thrown away. */
abstract class InTransaction {
    Connection connection;

    /** With the tables and views. */
    abstract Database database() throws SQLException;

    @BeforeEach
    void connect() throws SQLException {
        connection = database().connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> rows(String sql) throws SQLException {
        return TestServer.rows(connection, sql);
    }

    /** The rejection does not end the test's transaction. */
    void assertRejected(String sql, String reason) {
        assertThatThrownBy(() -> {
                    Savepoint before = connection.setSavepoint();
                    try {
                        run(sql);
                    } finally {
                        connection.rollback(before);
                    }
                })
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(reason);
    }
}
