package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Publications of before the register was kept have the one register that there was. */
class RebaseMigrationIT {
    @Test
    void every_publication_of_before_has_the_register_of_its_time() throws SQLException {
        Database older = TestServer.databaseOfVersion("038");
        try (Connection owner = older.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO kpi_generation VALUES (1, now(), '-', '2026-01-01', 'a'), (2, now(), '-', '2026-01-01', 'b')");
        }
        Migrations.apply(older);
        try (Connection owner = older.connect();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT publication, count(*), min(day), max(until),
                            max(reason) FILTER (WHERE day = '2021-04-01') AS charter, max(since) = '-infinity' AS always
                        FROM kpi_rebase GROUP BY publication ORDER BY publication
                        """)) {
            for (int publication = 1; publication <= 2; publication++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt("publication")).isEqualTo(publication);
                assertThat(rows.getInt("count")).isEqualTo(10);
                assertThat(rows.getString("min")).isEqualTo("2020-01-01");
                assertThat(rows.getString("max")).isEqualTo("infinity");
                assertThat(rows.getString("charter")).isEqualTo("Revised Victims' Code");
                assertThat(rows.getBoolean("always")).isTrue();
            }
            assertThat(rows.next()).isFalse();
        }
    }
}
