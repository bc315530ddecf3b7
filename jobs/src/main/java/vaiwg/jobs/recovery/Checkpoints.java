package vaiwg.jobs.recovery;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.Optional;

/** The checkpoints and savepoints that runs of the job have left in a folder. */
public final class Checkpoints {
    /** Written last, under its final name: where it is, the checkpoint is complete. */
    private static final String METADATA = "_metadata";
    /** The folder, a job's in it, a checkpoint's in that. */
    private static final int DEPTH = 3;

    private Checkpoints() {}

    /**
     * A complete checkpoint or savepoint.
     *
     * @param folder of its files
     * @param completed when it was complete
     */
    public record Checkpoint(Path folder, FileTime completed) {
        /** Where it is, as a job is told it. */
        public String location() {
            return address(folder);
        }
    }

    /**
     * A folder as Flink names it, without a slash at its end. Flink escapes what it is given: with {@code %20} in it, it would be another
     * folder.
     */
    public static String address(Path folder) {
        return new org.apache.flink.core.fs.Path(
                        "file", null, folder.toAbsolutePath().toString())
                .toString();
    }

    /** The newest that is complete; empty where there is none. Also while a job removes older ones. */
    public static Optional<Checkpoint> newest(Path folder) throws IOException {
        Newest newest = new Newest();
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, newest);
        }
        return Optional.ofNullable(newest.found);
    }

    private static final class Newest extends SimpleFileVisitor<Path> {
        private Checkpoint found;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            FileTime completed = attributes.lastModifiedTime();
            if (file.endsWith(METADATA) && (found == null || completed.compareTo(found.completed()) > 0)) {
                found = new Checkpoint(file.getParent(), completed);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            return failure == null || failure instanceof NoSuchFileException
                    ? FileVisitResult.CONTINUE
                    : super.postVisitDirectory(directory, failure);
        }
    }
}
