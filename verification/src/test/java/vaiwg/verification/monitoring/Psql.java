package vaiwg.verification.monitoring;

import java.util.Map;
import java.util.stream.Stream;
import vaiwg.demo.embedded.EmbeddedDatabase;

/** Runs scripts of SQL by {@code psql}, as whoever owns the server. */
final class Psql {
    private Psql() {}

    /** @param arguments of the script: {@code --set=NAME=VALUE} */
    static void run(EmbeddedDatabase postgres, String database, String file, String... arguments) throws Exception {
        NativeService.run(
                Stream.concat(
                                Stream.of(
                                        "psql",
                                        "--host=127.0.0.1",
                                        "--port=" + postgres.port(),
                                        "--username=postgres",
                                        "--dbname=" + database,
                                        "--file=" + file),
                                Stream.of(arguments))
                        .toList(),
                Map.of("PGPASSWORD", postgres.database().password()));
    }
}
