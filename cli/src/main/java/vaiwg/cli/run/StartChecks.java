package vaiwg.cli.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import vaiwg.board.files.PrivateFiles;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.JobOptions;

/** What is looked at on this machine before any server is asked, each with a sentence that names the option. */
public final class StartChecks {
    private static final String METADATA = "_metadata";

    private StartChecks() {}

    /**
     * Rejects a port of {@link JobOptions#HOST} on which something listens.
     *
     * @param option that names the port, for the message
     * @param port 0 is always free: nothing, or any port
     */
    public static void requireFreePort(String option, int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getByName(JobOptions.HOST)).close();
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("Port " + port + " of " + JobOptions.HOST
                    + " cannot be listened on, most likely because it is in use: choose another with " + option + ".");
        }
    }

    /** Makes the folder for its owner alone, and rejects one in which no file can be made. */
    public static void requireWritable(String option, Path folder) {
        try {
            PrivateFiles.folder(folder);
            Files.delete(Files.createTempFile(folder, "writable", null));
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The folder " + folder + " cannot be written: choose one of yours with " + option + ".");
        }
    }

    /** Rejects a checkpoint or savepoint of this machine that is not there, or not complete; of others only Flink knows. */
    public static void requireRestorable(String option, String location) {
        org.apache.flink.core.fs.Path named = new org.apache.flink.core.fs.Path(location);
        String scheme = named.toUri().getScheme();
        if (scheme != null && !scheme.equals("file")) {
            return;
        }
        Path path = Path.of(named.getPath());
        if (!Files.isRegularFile(path) && !Files.isRegularFile(path.resolve(METADATA))) {
            throw CommandFailure.wrongUsage("No complete checkpoint or savepoint is at " + location
                    + ": name the folder that holds its " + METADATA + " with " + option + ".");
        }
    }
}
