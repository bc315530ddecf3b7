package vaiwg.verification.monitoring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vaiwg.demo.embedded.EmbeddedDatabase;

/** The script of docker-compose.yml that makes the logins, run as the image runs it when the database is new. */
final class DatabaseLogins {
    private DatabaseLogins() {}

    static void make(ComposeFile compose, Path folder, EmbeddedDatabase postgres) throws Exception {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        for (String secret : List.of("owner_database_password", "job_database_password", "grafana_database_password")) {
            Files.writeString(secrets.resolve(secret), ComposeFile.SECRET + "\n");
        }
        Path script = Files.writeString(
                folder.resolve("logins.sql"),
                compose.json()
                        .at("/configs/logins/content")
                        .asText()
                        .replace("$$", "$")
                        .replace("/run/secrets", secrets.toString()));
        run(script, postgres);
    }

    /** A script of SQL, as whoever owns the database. */
    static void run(Path script, EmbeddedDatabase postgres) throws Exception {
        Psql.run(postgres, "vaiwg", script.toString());
    }
}
