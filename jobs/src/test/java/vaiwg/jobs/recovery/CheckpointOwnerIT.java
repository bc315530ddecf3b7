package vaiwg.jobs.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;

class CheckpointOwnerIT {
    /** From a host to a container: the driver takes the session's time zone from the machine. */
    @Test
    void the_tables_are_the_same_in_another_time_zone() throws Exception {
        TimeZone here = TimeZone.getDefault();
        Set<String> tables = new HashSet<>();
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Database database = new Database(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
            Migrations.apply(database);
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "INSERT INTO kpi_publication VALUES (1, '2026-06-01 08:00:05.25Z', '-', '2026-01-01', '-', 1)");
            }
            for (String zone : List.of("UTC", "Europe/London", "America/New_York")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                tables.add(CheckpointOwner.tables(database));
            }
        } finally {
            TimeZone.setDefault(here);
        }
        assertThat(tables).containsExactly("2026-06-01 08:00:05.25+00");
    }
}
