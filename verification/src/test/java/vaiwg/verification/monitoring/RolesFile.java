package vaiwg.verification.monitoring;

import java.nio.file.Path;
import vaiwg.demo.embedded.EmbeddedDatabase;

/** Makes database, groups and logins by {@code docs/roles.sql}, as an administrator does. */
public final class RolesFile {
    private RolesFile() {}

    /** @param passwords the folder with a file for each login that is wanted */
    public static void run(EmbeddedDatabase postgres, Path passwords, String database) throws Exception {
        Psql.run(postgres, "postgres", "docs/roles.sql", "--set=passwords=" + passwords, "--set=database=" + database);
    }
}
