package vaiwg.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vaiwg.board.files.PrivateFiles;
import vaiwg.cli.backup.Manifest.Partition;
import vaiwg.cli.backup.Manifest.Topic;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.TextTable;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.jobs.store.Migrations;

/**
 * Brings back what was lost, from a backup whose files are all as they were written. Whether everything can be restored is asked before
 * anything is.
 *
 * @param parts what was lost
 * @param replace whether what the database holds may go
 * @param replicas of the topics; as many as there were where absent
 * @param files where folders of forces and files of accounts go
 */
public record Restore(
        KafkaConnection kafka,
        Database database,
        Set<Part> parts,
        boolean replace,
        Optional<Short> replicas,
        Optional<Path> files) {
    /** What can be lost alone. */
    public enum Part {
        DATABASE,
        LOG,
        FILES
    }

    /** Restores, and says what the backup does not have and how it comes again. */
    public void from(Path source, PrintWriter out) throws InterruptedException {
        Manifest manifest = Manifest.read(source);
        BackupFolder folder = BackupFolder.of(source);
        TablesRestore tables = new TablesRestore(database, manifest, folder);
        LogRestore log = new LogRestore(kafka, manifest, folder, replicas);
        try {
            requireRoom(tables, log);
            folder.requireWhole(manifest);
            // That may have taken an hour, in which a job may have been started, or somebody else have filled what was
            // empty.
            requireRoom(tables, log);
            if (parts.contains(Part.FILES)) {
                restoreFiles(manifest, folder, out);
            }
            if (parts.contains(Part.DATABASE)) {
                out.println(tables.fill() + " rows of the database are as they were at " + manifest.madeAt()
                        + published(manifest) + ".");
            }
            if (parts.contains(Part.LOG)) {
                restoreLog(log, tables, manifest, out);
            }
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The restore was broken off (" + e.getMessage()
                            + "): mend that, empty what was filled, and begin again.",
                    e);
        }
        if (parts.contains(Part.DATABASE) || parts.contains(Part.LOG)) {
            out.println(
                    "Start once with ./vaiwg run --fresh (a cluster with an empty folder of checkpoints): the log is read from its"
                            + " beginning, what is missing is published, and what is there is compared and stays.");
        }
        out.flush();
    }

    private void requireRoom(TablesRestore tables, LogRestore log)
            throws SQLException, IOException, InterruptedException {
        if (parts.contains(Part.DATABASE) || parts.contains(Part.LOG)) {
            tables.requireNoJob();
        }
        if (parts.contains(Part.DATABASE)) {
            tables.mend();
            if (!replace) {
                tables.requireEmpty();
            }
        }
        if (parts.contains(Part.LOG)) {
            log.requireEmpty();
            if (!parts.contains(Part.DATABASE)) {
                Migrations.require(database);
            }
        }
        if (parts.contains(Part.FILES) && files.isPresent() && Files.exists(files.get())) {
            BackupFolder.requireEmpty(files.get());
        }
    }

    private static String published(Manifest manifest) {
        StringBuilder text = new StringBuilder();
        manifest.published()
                .forEach((force, midnight) -> text.append(text.isEmpty() ? "; published were midnights of " : ", ")
                        .append(force)
                        .append(" through ")
                        .append(midnight));
        return text.toString();
    }

    private void restoreLog(LogRestore log, TablesRestore tables, Manifest manifest, PrintWriter out)
            throws IOException, SQLException, InterruptedException {
        String topics = log.fill();
        if (!tables.isNowOf(topics)) {
            out.println(
                    "The database's figures are not of the topics of this backup: run asks for --new-publication there.");
        }
        TextTable table = new TextTable(List.of("topic", "records", "newest"));
        for (Topic topic : manifest.topics()) {
            table.row(List.of(
                    topic.name(),
                    Long.toString(topic.partitions().stream()
                            .mapToLong(Partition::records)
                            .sum()),
                    topic.partitions().stream()
                            .map(Partition::newest)
                            .max(String::compareTo)
                            .orElse("")));
        }
        out.print(table);
        out.println(
                "Whatever reached a topic later is not in the log: let its producer send again what is newer than that, before the"
                        + " heartbeat starts (./vaiwg run --fresh --no-heartbeat); what is sent twice counts once.");
    }

    private void restoreFiles(Manifest manifest, BackupFolder folder, PrintWriter out) throws IOException {
        List<String> names = manifest.files().keySet().stream()
                .filter(name -> name.startsWith(Backup.SITES + "/") || name.startsWith(Backup.FILES + "/"))
                .toList();
        if (files.isEmpty()) {
            if (!names.isEmpty()) {
                out.println("The backup has " + names.size()
                        + " files of forces and accounts too: --files DIR writes them there.");
            }
            return;
        }
        for (String name : names) {
            Path file = inside(files.get(), name);
            PrivateFiles.newFolder(file.getParent());
            try (InputStream in = folder.read(name);
                    OutputStream to = PrivateFiles.create(file)) {
                in.transferTo(to);
            }
        }
        out.println(names.size() + " files of forces and accounts are in " + files.get() + ".");
    }

    /** A name from a manifest leads nowhere else. */
    static Path inside(Path folder, String name) {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw CommandFailure.wrongUsage("The backup names a file outside its folder: restore from another backup.");
        }
        return file;
    }
}
