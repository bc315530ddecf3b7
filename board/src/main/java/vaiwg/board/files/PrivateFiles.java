package vaiwg.board.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Folders and files that only their owner may open, whatever the umask: records, state, logs, passwords and figures. In such a folder other
 * programs (Flink, Kafka, Prometheus) may write with the umask's permissions: nobody else gets to their files.
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /**
     * Makes a folder with those above it, or takes everybody else's permissions from one of this user's that is there. Another user's
     * keeps the permissions that its owner chose.
     */
    public static Path folder(Path folder) throws IOException {
        newFolder(folder);
        if (Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
        return folder;
    }

    /** Makes a folder with those above it; one that is there, as a user may name any, keeps its permissions. */
    public static Path newFolder(Path folder) throws IOException {
        return Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    }

    /**
     * Makes a file and opens it.
     *
     * @throws java.nio.file.FileAlreadyExistsException where it is there already
     */
    public static OutputStream create(Path file) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(
                file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(FILE)));
    }

    /**
     * Makes a file with a text.
     *
     * @throws java.nio.file.FileAlreadyExistsException where it is there already
     */
    public static void write(Path file, String text) throws IOException {
        try (OutputStream out = create(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Makes a file and opens it, in the place of one that may be there. */
    public static OutputStream replace(Path file) throws IOException {
        Files.deleteIfExists(file);
        return create(file);
    }

    /** Makes a file with bytes, in the place of one that may be there. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        try (OutputStream out = replace(file)) {
            out.write(bytes);
        }
    }
}
