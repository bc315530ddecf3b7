package vaiwg.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.jobs.store.Migrations;

/** The tables, views and roles of this build. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Brings the database to the tables, views and roles of this build, as the owner of the tables.",
            "Before the first start of the job, and before the start of a newer build; again, it changes nothing."
        })
final class MigrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        try {
            spec.commandLine().getOut().println(Migrations.apply(database.database()));
            return 0;
        } catch (DatabaseException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
    }
}
