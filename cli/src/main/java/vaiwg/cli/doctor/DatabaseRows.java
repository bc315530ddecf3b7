package vaiwg.cli.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.DatabaseException;

/** What a login reads, and nothing that it could write. */
final class DatabaseRows {
    /** How a row is read. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private DatabaseRows() {}

    /** @throws DatabaseException in one sentence, where the database does not answer or rejects */
    static <T> List<T> ask(Database database, String query, Reader<T> reader) {
        try (Connection connection = database.connect()) {
            connection.setReadOnly(true);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        }
    }
}
