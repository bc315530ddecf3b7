package vaiwg.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Leaves the two tables of figures as files, with a header, in an order that depends on their content alone. */
final class TableExport {
    private static final String VALUES =
            "SELECT * FROM kpi_value ORDER BY generation, force, as_at, kpi, basis, \"window\", slice, definition_hash";
    private static final String DAYS = "SELECT * FROM kpi_day ORDER BY force, kpi, basis, slice, day";

    private TableExport() {}

    static void write(Connection connection, Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        copy(connection, VALUES, folder.resolve("kpi_value.csv"));
        copy(connection, DAYS, folder.resolve("kpi_day.csv"));
    }

    private static void copy(Connection connection, String query, Path file) throws IOException, SQLException {
        try (OutputStream out = Files.newOutputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + query + ") TO STDOUT WITH (FORMAT csv, HEADER)", out);
        }
    }
}
