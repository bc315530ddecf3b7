package vaiwg.cli.options;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.PasswordFile;
import vaiwg.jobs.store.Database;

/** Where the figures are kept. The password comes from the environment or a file, never from the command line. */
public final class DatabaseOptions {
    private static final String PASSWORD = "VAIWG_DATABASE_PASSWORD";

    @Option(
            names = "--database",
            paramLabel = "URL",
            defaultValue = "${env:VAIWG_DATABASE:-jdbc:postgresql://127.0.0.1:5432/vaiwg}")
    private String url;

    @Option(names = "--database-user", paramLabel = "NAME", defaultValue = "${env:VAIWG_DATABASE_USER:-postgres}")
    private String user;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            defaultValue = "${env:VAIWG_DATABASE_PASSWORD_FILE}")
    private Optional<Path> passwordFile = Optional.empty();

    public Connection connect() {
        return database().connectOrFail();
    }

    public Database database() {
        return CommandFailure.orWrongUsage(() ->
                new Database(url, user, passwordFile.map(PasswordFile::read).orElseGet(DatabaseOptions::password)));
    }

    public Optional<Path> passwordFile() {
        return passwordFile;
    }

    private static String password() {
        String password = System.getenv(PASSWORD);
        return password == null ? "" : password;
    }
}
