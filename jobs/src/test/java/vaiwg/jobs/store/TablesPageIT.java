package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/tables.md} is what PostgreSQL itself says of each table and view; {@code -Dvaiwg.golden.write=true} writes it. */
class TablesPageIT {
    private static final Path PAGE = Path.of("..", "docs", "tables.md");
    private static final String HEAD = """
            # Tables and views

            What the database holds, schema `vaiwg`, generated from its comments, which psql's `\\d+` shows too; they are declared in
            [`afterMigrate__comments.sql`](../jobs/src/main/resources/database/afterMigrate__comments.sql). Reports, dashboards and people read views. A view ending in
            `_conduct` is for the role `vaiwg_conduct` alone, one ending in `_dashboard` for `vaiwg_dashboard`, with which Grafana logs in; one ending
            in `_every`, and a table ending in `_row`, hold figures of conduct too and are granted to no reader. Views come first, then
            tables, each by name. What each output guarantees is in the [README](../README.md#what-each-output-guarantees).
            """;

    /** Columns of what people may read, views first, in the order in which a relation has them. */
    private static final String QUERY = """
            SELECT c.relname AS relation, c.relkind IN ('v', 'm') AS is_view,
              obj_description(c.oid, 'pg_class') AS about, a.attname AS name,
              format_type(a.atttypid, a.atttypmod) AS type,
              coalesce(a.attnum = ANY (key.conkey), false) AS in_key,
              col_description(c.oid, a.attnum) AS meaning
            FROM pg_class c
            JOIN pg_namespace s ON s.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_constraint key ON key.conrelid = c.oid AND key.contype = 'p'
            WHERE s.nspname = 'vaiwg' AND c.relkind IN ('r', 'v', 'm', 'p') AND NOT c.relispartition
              AND c.relname <> 'flyway_schema_history'
            ORDER BY c.relkind IN ('v', 'm') DESC, c.relname, a.attnum
            """;

    private static final List<Row> ROWS = new ArrayList<>();

    private record Row(
            String relation, boolean isView, String about, String name, String type, boolean inKey, String meaning) {}

    @BeforeAll
    static void ask() throws SQLException {
        try (Connection connection = TestServer.newDatabase().connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(QUERY)) {
            while (found.next()) {
                ROWS.add(new Row(
                        found.getString("relation"),
                        found.getBoolean("is_view"),
                        found.getString("about"),
                        found.getString("name"),
                        found.getString("type"),
                        found.getBoolean("in_key"),
                        found.getString("meaning")));
            }
        }
    }

    @Test
    void every_table_view_and_column_has_a_comment() {
        assertThat(ROWS)
                .filteredOn(row -> row.about() == null)
                .extracting(Row::relation)
                .isEmpty();
        assertThat(ROWS)
                .filteredOn(row -> row.meaning() == null)
                .extracting(row -> row.relation() + "." + row.name())
                .isEmpty();
    }

    @Test
    void the_page_is_what_the_database_says() throws IOException {
        String page = page();
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        String relation = "";
        for (Row row : ROWS) {
            if (!row.relation().equals(relation)) {
                relation = row.relation();
                page.append("\n## `%s`\n\n%s: %s\n\n| column | type | meaning |\n|---|---|---|\n"
                        .formatted(relation, row.isView() ? "View" : "Table", row.about()));
            }
            page.append("| `%s`%s | %s | %s |\n"
                    .formatted(row.name(), row.inKey() ? " (key)" : "", row.type(), row.meaning()));
        }
        return page.toString();
    }
}
