package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A register that is kept with the publication: what it said stays with the snapshots that were published meanwhile, and what it says
 * otherwise holds from the next as-at on.
 */
final class RegisterRows {
    /** Behind all that is published: forces that have come less far are still told by the edition before. */
    private static final String NEXT =
            "(SELECT coalesce(max(as_at) + 1, '-infinity') FROM kpi_snapshot WHERE publication = ?)";

    private final String table;
    private final List<String> columns;
    private final List<String> key;
    private final String among;

    /**
     * A register in a table.
     *
     * @param key the first of the columns, separated by commas, which name an entry: dates, texts and flags that are never null
     * @param rest the other columns; empty where there is none
     * @param among which of the table's rows are the register's, as a condition
     */
    RegisterRows(String table, String key, String rest, String among) {
        this.table = table;
        this.key = List.of(key.split(", "));
        this.columns = List.of((rest.isEmpty() ? key : key + ", " + rest).split(", "));
        this.among = among;
    }

    /** Writes what the register says otherwise than before, in the caller's transaction. */
    void write(Connection connection, int publication, Collection<List<Object>> said) throws SQLException {
        Set<List<Object>> before = open(connection, publication);
        try (PreparedStatement close = connection.prepareStatement(close());
                PreparedStatement insert = connection.prepareStatement(insert())) {
            for (List<Object> row : before) {
                if (!said.contains(row)) {
                    close.setInt(1, publication);
                    close.setInt(2, publication);
                    set(close, 3, row.subList(0, key.size()));
                    close.executeUpdate();
                }
            }
            for (List<Object> row : said) {
                if (!before.contains(row)) {
                    insert.setInt(1, publication);
                    insert.setInt(2, publication);
                    set(insert, 3, row.subList(0, key.size()));
                    insert.setInt(3 + key.size(), publication);
                    set(insert, 4 + key.size(), row);
                    insert.executeUpdate();
                }
            }
        }
    }

    private String close() {
        return "UPDATE " + table + " SET until = " + NEXT + " WHERE publication = ? AND " + isKey()
                + " AND until = 'infinity'";
    }

    private String insert() {
        return "INSERT INTO " + table + " (publication, edition, since, " + String.join(", ", columns) + ") VALUES (?,"
                + " (SELECT coalesce(max(edition), 0) + 1 FROM " + table + " WHERE publication = ? AND " + isKey()
                + "), " + NEXT + ", " + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    private String isKey() {
        return key.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    }

    private static void set(PreparedStatement statement, int first, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(first + i, values.get(i));
        }
    }

    private Set<List<Object>> open(Connection connection, int publication) throws SQLException {
        Set<List<Object>> rows = new LinkedHashSet<>();
        String query = "SELECT " + String.join(", ", columns) + " FROM " + table
                + " WHERE publication = ? AND until = 'infinity' AND " + among;
        Query.forEach(
                connection,
                query,
                found -> {
                    List<Object> row = new ArrayList<>();
                    for (int column = 1; column <= columns.size(); column++) {
                        Object value = found.getObject(column);
                        row.add(value instanceof Date day ? day.toLocalDate() : value);
                    }
                    rows.add(row);
                },
                publication);
        return rows;
    }
}
