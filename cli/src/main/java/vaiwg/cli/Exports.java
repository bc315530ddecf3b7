package vaiwg.cli;

import java.sql.SQLException;
import java.util.Optional;
import vaiwg.board.access.AccessLog;
import vaiwg.board.access.AccessLog.Entry;
import vaiwg.board.web.DatabaseAccessLog;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.store.Database;

/** What commands take out of the database as files, in the access log. */
final class Exports {
    private static final String COMMAND = "command";

    private Exports() {}

    /** Writes that the database's login takes something out; where it cannot be written, no file may be. */
    static void log(Database database, String what) {
        try (DatabaseAccessLog log = new DatabaseAccessLog(database::connect)) {
            log.write(new Entry(
                    database.user(), COMMAND, AccessLog.Kind.EXPORT, what, Optional.empty(), Optional.empty()));
        } catch (SQLException e) {
            throw CommandFailure.unreachable(
                    "No file was written, since the access log cannot be: migrate the tables, and give the login to a group of readers.",
                    e);
        }
    }
}
