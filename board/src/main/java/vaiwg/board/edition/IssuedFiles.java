package vaiwg.board.edition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of issued reports, as they were issued. */
final class IssuedFiles {
    private final Connection connection;

    IssuedFiles(Connection connection) {
        this.connection = connection;
    }

    void keep(Registration issued, Map<String, byte[]> files) throws SQLException {
        String insert = "INSERT INTO vaiwg.board_report_file (force, edition, name, content) VALUES (?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                statement.setString(1, issued.force());
                statement.setInt(2, issued.edition());
                statement.setString(3, file.getKey());
                statement.setBytes(4, file.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    SortedMap<String, byte[]> of(Registration issued) throws SQLException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        String query = "SELECT name, content FROM vaiwg.board_report_file WHERE force = ? AND edition = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, issued.force());
            statement.setInt(2, issued.edition());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    files.put(row.getString(1), row.getBytes(2));
                }
            }
        }
        return files;
    }
}
