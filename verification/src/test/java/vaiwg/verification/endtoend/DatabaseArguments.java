package vaiwg.verification.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vaiwg.jobs.store.Database;

/** How a command is given a database. */
final class DatabaseArguments {
    private DatabaseArguments() {}

    /** @param folder where the file with the password is left */
    static List<String> of(Database database, Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("database-password"), database.password());
        return List.of("--database", database.url(), "--database-password-file", password.toString());
    }
}
