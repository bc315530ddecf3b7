package vaiwg.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import vaiwg.jobs.store.Database;

/** The tables that {@code ./vaiwg demo --once --out DIR} leaves. In this package, since the command alone writes them. */
public final class LeftTables {
    private LeftTables() {}

    /** Writes those of a database into a new folder; how many bytes they are. */
    public static long bytes(Database database, Path folder) throws IOException, SQLException, InterruptedException {
        TableExport.write(database, folder, TableExport.Format.PARQUET);
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
