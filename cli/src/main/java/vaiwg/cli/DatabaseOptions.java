package vaiwg.cli;

import picocli.CommandLine.Option;
import vaiwg.jobs.store.Database;

/** Where the figures are kept. The password comes from the environment, never from the command line. */
final class DatabaseOptions {
    private static final String PASSWORD = "VAIWG_DATABASE_PASSWORD";

    @Option(
            names = "--database",
            paramLabel = "URL",
            defaultValue = "${env:VAIWG_DATABASE:-jdbc:postgresql://127.0.0.1:5432/vaiwg}",
            description = {
                "JDBC URL of PostgreSQL, or VAIWG_DATABASE (${DEFAULT-VALUE}).",
                "The password is taken from VAIWG_DATABASE_PASSWORD."
            })
    private String url;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            defaultValue = "${env:VAIWG_DATABASE_USER:-postgres}",
            description = "Or VAIWG_DATABASE_USER (${DEFAULT-VALUE}).")
    private String user;

    Database database() {
        String password = System.getenv(PASSWORD);
        return new Database(url, user, password == null ? "" : password);
    }
}
