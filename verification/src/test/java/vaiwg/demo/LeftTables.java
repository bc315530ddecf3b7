package vaiwg.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vaiwg.jobs.store.Database;

/** The tables that {@code ./vaiwg demo --once --out DIR} leaves. In this package, since the command alone writes them. */
public final class LeftTables {
    private LeftTables() {}

    /** Writes those of a database into a new folder; how many bytes they are. */
    public static long bytes(Database database, Path folder) throws IOException, SQLException, InterruptedException {
        long bytes = 0;
        for (Path file : write(database, folder, TableExport.Format.PARQUET)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** Writes them likewise in each form; the files. */
    public static List<Path> inEachForm(Database database, Path folder)
            throws IOException, SQLException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (TableExport.Format format : TableExport.Format.values()) {
            files.addAll(write(database, folder.resolve(format.name()), format));
        }
        return files;
    }

    private static List<Path> write(Database database, Path folder, TableExport.Format format)
            throws IOException, SQLException, InterruptedException {
        TableExport.write(database, folder, format);
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
