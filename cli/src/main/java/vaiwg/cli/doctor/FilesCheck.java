package vaiwg.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** Whether what holds settings, passwords or state can be read by this user, and by nobody who is not of its group. */
public final class FilesCheck implements Check {
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private final List<Path> files;

    /** @param files and folders that are configured */
    public FilesCheck(List<Path> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public void look(Findings found) throws IOException {
        if (files.isEmpty()) {
            found.skipped("No file of settings or of a password is named.");
        }
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                found.todo(file + " cannot be read by this user: correct its path, its owner or its permissions.");
            } else if (Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
                found.todo(file + " is open to everybody on this machine: chmod o= " + file + ".");
            } else {
                found.ok(file + " is closed to others.");
            }
        }
    }
}
