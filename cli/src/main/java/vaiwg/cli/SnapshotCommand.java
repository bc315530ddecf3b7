package vaiwg.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.board.BoardPack;
import vaiwg.board.PackException;
import vaiwg.board.SnapshotRequest;
import vaiwg.board.Tier;

/** The board pack of a published snapshot. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description =
                "Writes the board pack of a published snapshot: a page and a table. Next year it gives the same bytes.")
final class SnapshotCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--as-at",
            required = true,
            paramLabel = "DATE",
            description = "The day that begins at the snapshot.")
    private LocalDate asAt;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the pack is left.")
    private Path out;

    @Option(
            names = "--tier",
            defaultValue = "board",
            description = "For whom: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Tier tier;

    @Option(names = "--force", paramLabel = "SLUG", defaultValue = "west-midlands", description = "${DEFAULT-VALUE}.")
    private String force;

    @Option(names = "--generation", paramLabel = "N", description = "An older publication of the figures.")
    private Optional<Integer> generation = Optional.empty();

    @Option(names = "--replace", description = "Replace another pack in that folder.")
    private boolean replace;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() throws Exception {
        try (Connection connection = database.connect()) {
            BoardPack.write(connection, new SnapshotRequest(force, asAt, generation, tier), out, replace);
        } catch (PackException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
        spec.commandLine()
                .getOut()
                .println("The pack is in " + out + ": " + BoardPack.PAGE + " to read, " + BoardPack.VALUES
                        + " to count on.");
        return 0;
    }
}
