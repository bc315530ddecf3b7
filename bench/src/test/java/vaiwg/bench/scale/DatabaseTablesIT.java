package vaiwg.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.jobs.store.Migrations;

class DatabaseTablesIT {
    @TempDir
    private Path folder;

    @Test
    void tables_are_equal_whose_rows_are_but_for_when_they_were_written() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder);
                Connection connection = migrated(server);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO kpi_publication VALUES (1, now(), 'the first', '2026-10-01', '-', 1)");
            Map<String, DatabaseTables.Content> first = DatabaseTables.read(server.database());
            assertThat(first).hasSizeGreaterThan(10).doesNotContainKey("flyway_schema_history");
            assertThat(first.get("kpi_publication").rows()).isEqualTo(1);
            statement.execute("UPDATE kpi_publication SET started_at = '2026-01-01Z'");
            assertThat(DatabaseTables.read(server.database())).isEqualTo(first);
            statement.execute("UPDATE kpi_publication SET reason = 'another'");
            assertThat(DatabaseTables.read(server.database())
                            .get("kpi_publication")
                            .digest())
                    .isNotEqualTo(first.get("kpi_publication").digest());
        }
    }

    private static Connection migrated(EmbeddedDatabase server) throws Exception {
        Migrations.apply(server.database());
        return server.database().connect();
    }
}
