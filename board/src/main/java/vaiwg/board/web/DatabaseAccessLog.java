package vaiwg.board.web;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import vaiwg.board.access.AccessLog;

/** The table {@code board_access}, through the function that adds to it: no login that writes there can change what is there. */
public final class DatabaseAccessLog implements AccessLog, AutoCloseable {
    private static final String WRITE = "SELECT vaiwg.log_access(?, ?, ?, ?, ?, ?)";

    private final Connections connections;
    private Connection open;

    /** @param connections that may write, of a user of one of the groups of readers */
    public DatabaseAccessLog(Connections connections) {
        this.connections = connections;
    }

    /** On a connection that is kept; a broken one is opened again once. */
    @Override
    public synchronized void write(Entry entry) throws SQLException {
        if (open != null) {
            try {
                insert(entry);
                return;
            } catch (SQLException broken) {
                close();
            }
        }
        open = connections.open();
        try {
            insert(entry);
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private void insert(Entry entry) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement(WRITE)) {
            statement.setString(1, entry.login());
            statement.setString(2, entry.address());
            statement.setString(3, entry.kind().name().toLowerCase(Locale.ROOT));
            statement.setString(4, entry.what());
            if (entry.status().isPresent()) {
                statement.setInt(5, entry.status().get());
            } else {
                statement.setNull(5, Types.INTEGER);
            }
            statement.setString(6, entry.reason().orElse(null));
            statement.execute();
        }
    }
}
