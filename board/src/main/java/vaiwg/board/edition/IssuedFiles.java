package vaiwg.board.edition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of issued reports, as they were issued. */
final class IssuedFiles {
    private final Connection connection;

    IssuedFiles(Connection connection) {
        this.connection = connection;
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
