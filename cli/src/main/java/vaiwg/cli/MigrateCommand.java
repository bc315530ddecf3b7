package vaiwg.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.board.access.Grants;
import vaiwg.board.edition.GrantedPosts;
import vaiwg.cli.options.BoardAddressOptions;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.SiteOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.store.BoardAddress;
import vaiwg.jobs.store.Migrations;

/** The tables, views and roles of this build. */
@Command(name = "migrate", mixinStandardHelpOptions = true)
final class MigrateCommand extends PrintingVerb {
    @Mixin
    private DatabaseOptions database;

    @Mixin
    private BoardAddressOptions board;

    @Mixin
    private SiteOptions site;

    @Option(names = "--grants", paramLabel = "FILE")
    private Optional<Path> grants = Optional.empty();

    @Override
    public Integer call() throws SQLException {
        Optional<BoardAddress> address = board.address();
        Optional<Grants> posts = CommandFailure.orWrongUsage(() -> grants.map(file -> Grants.read(file, site.areas())));
        say(Migrations.apply(database.database()));
        BoardAddress.keep(address, database.database());
        if (posts.isPresent()) {
            try (Connection connection = database.database().connect()) {
                GrantedPosts.keep(posts.get(), connection);
            }
        }
        return 0;
    }
}
