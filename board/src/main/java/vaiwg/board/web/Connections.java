package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;

/** Gives connections to the published figures, as a user that may read and nothing else, and no longer than so many seconds a statement. */
@FunctionalInterface
public interface Connections {
    int QUERY_SECONDS = 30;

    Connection open() throws SQLException;
}
