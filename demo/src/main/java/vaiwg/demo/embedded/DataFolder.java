package vaiwg.demo.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Utils;
import vaiwg.board.files.PrivateFiles;
import vaiwg.cli.terminal.CommandFailure;

/**
 * The folder in which one run keeps all that it keeps, for its owner alone; two runs cannot share it.
 *
 * <p>The lock belongs to the process, so it ends with it, also by a kill.
 */
public final class DataFolder implements AutoCloseable {
    /** Asked before the file is opened: on Linux, closing any channel of a file gives up every lock this JVM has on it. */
    private static final Set<Path> HELD_BY_THIS_JVM = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Takes the folder for this run, and makes it and its sub-folders when they are not there yet.
     *
     * @throws CommandFailure when another run has it, or it cannot be written
     */
    public static DataFolder open(Path folder) {
        try {
            Path root = PrivateFiles.folder(folder).toRealPath();
            if (!HELD_BY_THIS_JVM.add(root)) {
                throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                return new DataFolder(root, lock(folder, root.resolve("lock"))).withSubFolders();
            } catch (IOException | RuntimeException e) {
                HELD_BY_THIS_JVM.remove(root);
                throw e;
            }
        } catch (IOException e) {
            throw CommandFailure.unreachable(
                    "The folder " + folder + " cannot be written; check whose it is, or choose another folder.", e);
        }
    }

    private static FileChannel lock(Path folder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            ByteBuffer holder = ByteBuffer.allocate(20);
            channel.read(holder);
            channel.close();
            throw inUse(folder, new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII).strip());
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        return channel;
    }

    private static CommandFailure inUse(Path folder, String holder) {
        return CommandFailure.wrongUsage("The folder " + folder + " is in use by another run (process " + holder
                + "); stop that run, or choose another folder.");
    }

    private DataFolder withSubFolders() throws IOException {
        for (Path folder : subFolders()) {
            PrivateFiles.folder(folder);
        }
        return this;
    }

    /**
     * Removes what an earlier run left, and stops servers of a run that was killed; the folder stays locked. The logs stay: they
     * tell why the earlier run failed. Nothing else in the folder is touched.
     */
    public void clear() {
        try {
            EmbeddedDatabase.stopLeftover(postgres());
            EmbeddedPrometheus.stopLeftover(prometheus());
            // First, so that nobody goes on with what a kill leaves in the middle of this.
            Files.deleteIfExists(record());
            Files.deleteIfExists(ticks());
            for (Path folder : subFolders()) {
                if (!folder.equals(logs())) {
                    Utils.delete(folder.toFile());
                }
            }
            withSubFolders();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.unreachable(
                    "Interrupted while servers of an earlier run ended; run the command again.", e);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The folder " + root + " cannot be cleared (" + e.getMessage() + "); choose another folder.");
        }
    }

    /** The folder itself, as an absolute path without symbolic links. */
    public Path root() {
        return root;
    }

    private List<Path> subFolders() {
        return List.of(kafka(), postgres(), prometheus(), checkpoints(), logs());
    }

    /** What the run in this folder plays. */
    public Path record() {
        return root.resolve("run.properties");
    }

    /** When the live phase made events. */
    public Path ticks() {
        return root.resolve("ticks");
    }

    /** Topics and offsets. */
    public Path kafka() {
        return root.resolve("kafka");
    }

    /** The database: its binaries, data and log. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Prometheus: its data, process id and log. */
    public Path prometheus() {
        return root.resolve("prometheus");
    }

    /** Checkpoints and savepoints of the job. */
    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** Log files of the run. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Gives the folder up; what is in it stays. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD_BY_THIS_JVM.remove(root);
        }
    }
}
