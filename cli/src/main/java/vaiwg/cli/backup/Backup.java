package vaiwg.cli.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vaiwg.cli.backup.Manifest.Table;
import vaiwg.cli.backup.Manifest.Topic;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.DatabaseException;

/**
 * Makes a backup while everything runs. The instant of the tables comes first, the ends of the log after it: all that the tables say was
 * published follows from the log that is kept beside them.
 *
 * @param sites folders of forces
 * @param files others that are kept, such as the accounts of the pages
 * @param build that makes it
 */
public record Backup(KafkaConnection kafka, Database database, List<Path> sites, List<Path> files, String build) {
    static final String SITES = "sites";
    static final String FILES = "files";

    public Backup {
        requireNames(sites, true);
        requireNames(files, false);
    }

    private static void requireNames(List<Path> kept, boolean folders) {
        Set<String> names = new HashSet<>();
        for (Path path : kept) {
            if (folders ? !Files.isDirectory(path) : !Files.isRegularFile(path)) {
                throw CommandFailure.wrongUsage(
                        path + (folders ? " is no folder" : " is no file") + ": correct the name.");
            }
            if (!names.add(name(path))) {
                throw CommandFailure.wrongUsage(
                        "Two are called " + name(path) + ", and a backup keeps one of each name: rename one of them.");
            }
        }
    }

    private static String name(Path path) {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** Writes it into a folder that is new or empty. */
    public void to(Path target, PrintWriter out) throws InterruptedException {
        BackupFolder folder = BackupFolder.make(target);
        try (TablesBackup tables = new TablesBackup(database);
                LogBackup log = new LogBackup(kafka)) {
            List<Table> copied = tables.copyTo(folder, database);
            // While its transaction is open PostgreSQL cleans up nothing, and the log may take long.
            tables.close();
            List<Topic> topics = log.copyTo(folder);
            for (Path site : sites) {
                copySite(site, folder);
            }
            for (Path file : files) {
                copy(file, FILES + "/" + name(file), folder);
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    build,
                    tables.at().toString(),
                    tables.published(),
                    copied,
                    log.log(),
                    topics,
                    folder.checksums());
            folder.complete(manifest);
            out.println("The backup is in " + target + ": "
                    + copied.stream().mapToLong(Table::rows).sum() + " rows of "
                    + copied.size() + " tables as at " + tables.at() + ", " + manifest.records()
                    + " records of the log. It holds personal data: keep it as the log is kept.");
            out.flush();
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        } catch (IOException | UncheckedIOException e) {
            throw CommandFailure.wrongUsage(
                    "The backup could not be written (" + e.getMessage() + "): see whether the disk of " + target
                            + " has room, and name a new folder; what is in this one is no backup.",
                    e);
        }
    }

    /** What links lead to is kept: a site's folder, or one in it, may be a link, and would else be left out without a word. */
    static void copySite(Path site, BackupFolder folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(site, FileVisitOption.FOLLOW_LINKS)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : all) {
            copy(file, SITES + "/" + name(site) + "/" + site.relativize(file), folder);
        }
    }

    private static void copy(Path file, String name, BackupFolder folder) throws IOException {
        try (OutputStream out = folder.write(name)) {
            Files.copy(file, out);
        }
    }
}
