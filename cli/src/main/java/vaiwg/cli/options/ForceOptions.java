package vaiwg.cli.options;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.board.figures.SnapshotReader;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.DatabaseException;

/** Of which force something is written that was published. */
public final class ForceOptions {
    @Option(names = "--force", paramLabel = "SLUG")
    private Optional<String> named = Optional.empty();

    /**
     * The force that is named, or else the only one of which there are snapshots.
     *
     * @throws CommandFailure with those that there are, where none is named and there are more, or none
     */
    public String force(Database database) {
        return named.orElseGet(() -> only(published(database)));
    }

    private static List<String> published(Database database) {
        try (Connection connection = database.connectOrFail()) {
            return SnapshotReader.forces(connection);
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        }
    }

    static String only(List<String> published) {
        if (published.isEmpty()) {
            throw CommandFailure.wrongUsage("No snapshot has been published: the first is at the midnight through which"
                    + " all streams are complete (vaiwg doctor).");
        }
        if (published.size() > 1) {
            throw CommandFailure.wrongUsage("Snapshots of several forces have been published: name one with --force, "
                    + String.join(" or ", published) + ".");
        }
        return published.get(0);
    }
}
