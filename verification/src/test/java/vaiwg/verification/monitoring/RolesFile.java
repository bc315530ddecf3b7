package vaiwg.verification.monitoring;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vaiwg.demo.embedded.EmbeddedDatabase;

/** Makes database, groups and logins by {@code docs/roles.sql}, as an administrator does. */
public final class RolesFile {
    private RolesFile() {}

    /** @param passwords the folder with a file for each login that is wanted */
    public static void run(EmbeddedDatabase postgres, Path passwords, String database) throws Exception {
        NativeService.run(
                List.of(
                        "psql",
                        "--host=127.0.0.1",
                        "--port=" + postgres.port(),
                        "--username=postgres",
                        "--dbname=postgres",
                        "--set=passwords=" + passwords,
                        "--set=database=" + database,
                        "--file=docs/roles.sql"),
                Map.of("PGPASSWORD", postgres.database().password()));
    }
}
