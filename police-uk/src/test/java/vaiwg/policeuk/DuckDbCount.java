package vaiwg.policeuk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Counts an archive with DuckDB, straight from its CSV files: nothing of the importer is used. */
public final class DuckDbCount implements AutoCloseable {
    private final Connection connection;

    private DuckDbCount(Connection connection) {
        this.connection = connection;
    }

    /**
     * Unpacks a zip and reads its rows.
     *
     * @param folder an empty folder for the CSV files
     */
    public static DuckDbCount of(Path zip, Path folder) throws SQLException, IOException {
        Connection connection = DuckDb.open();
        load(connection, zip, folder);
        return new DuckDbCount(connection);
    }

    /**
     * Unpacks two releases, reads their rows, and finds what was known when.
     *
     * @param published when the later one was
     */
    public static DuckDbCount ofReleases(Path earlier, Path later, LocalDate published, Path folder)
            throws SQLException, IOException {
        Connection connection = DuckDb.open();
        try (Statement statement = connection.createStatement()) {
            load(connection, earlier, folder.resolve("earlier"));
            statement.execute("CREATE TEMP TABLE earlier_row AS FROM archive_row");
            load(connection, later, folder.resolve("later"));
            statement.execute("CREATE TEMP TABLE later_row AS FROM archive_row");
            statement.execute("SET VARIABLE published = DATE '" + published + "'");
            statement.execute(script("release-tables.sql"));
        }
        return new DuckDbCount(connection);
    }

    private static void load(Connection connection, Path zip, Path folder) throws SQLException, IOException {
        unpack(zip, folder);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET VARIABLE archive = '" + folder.toString().replace("'", "''") + "'");
            statement.execute(script("archive-tables.sql"));
        }
    }

    /** The first column of a query among the test resources. */
    public List<String> lines(String query) throws SQLException {
        return rows(query).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }

    /** The rows of a query among the test resources, by column; numbers are long. */
    public List<Map<String, Object>> rows(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(script(query));
                ResultSet result = statement.executeQuery()) {
            ResultSetMetaData columns = result.getMetaData();
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    Object value = result.getObject(i);
                    row.put(columns.getColumnLabel(i), value instanceof Number number ? number.longValue() : value);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static void unpack(Path path, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && file.startsWith(folder)) {
                    Files.createDirectories(file.getParent());
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        Files.copy(bytes, file);
                    }
                }
            }
        }
    }

    private static String script(String name) {
        try (InputStream bytes = DuckDbCount.class.getResourceAsStream("/policeuk/" + name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
