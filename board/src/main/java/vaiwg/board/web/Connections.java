package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;

/** Gives connections to the published figures, as a user that may read and nothing else. */
@FunctionalInterface
public interface Connections {
    Connection open() throws SQLException;
}
