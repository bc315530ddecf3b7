package vaiwg.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vaiwg.cli.options.BoardAddressOptions;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.store.BoardAddress;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.jobs.store.Migrations;

/** The tables, views and roles of this build. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Brings the database to the tables, views and roles of this build, as the owner of the tables.",
            "Before the first start of the job, and before the start of a newer build; again, it changes nothing.",
            "It also writes where dashboards find the board's pages."
        })
final class MigrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private BoardAddressOptions board;

    @Override
    public Integer call() {
        Optional<BoardAddress> address = board.address();
        try {
            spec.commandLine().getOut().println(Migrations.apply(database.database()));
            BoardAddress.keep(address, database.database());
            return 0;
        } catch (DatabaseException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
    }
}
