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
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checkpoints and savepoints that runs of the job have left in a folder. */
public final class Checkpoints {
    /** Written last, under its final name: where it is, the checkpoint is complete. */
    private static final String METADATA = "_metadata";
    /** The folder, a job's in it, a checkpoint's in that. */
    private static final int DEPTH = 3;
    /** A checkpoint's folder, with the number that its job gave it; a savepoint has none. */
    private static final Pattern NUMBERED = Pattern.compile("chk-(\\d{1,18})");

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

    /**
     * The newest that is complete; empty where there is none. Also while a job removes older ones.
     *
     * <p>Of one job's checkpoints it is the one with the highest number, whatever the clock said meanwhile: a job numbers them in the order in
     * which it takes them, and each job has a folder of its own. Between jobs, and between these and savepoints, which have no number, the time
     * of the file decides, of a job that of its highest number. There a clock that ran ahead still misleads: what was completed under it is
     * taken for the newest until the time that it showed has come.
     */
    public static Optional<Checkpoint> newest(Path folder) throws IOException {
        Complete complete = new Complete();
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, complete);
        }
        return complete.newest.values().stream().max(Comparator.comparing(Checkpoint::completed));
    }

    private static final class Complete extends SimpleFileVisitor<Path> {
        private static final BinaryOperator<Checkpoint> HIGHER =
                BinaryOperator.maxBy(Comparator.comparingLong(Complete::number));

        /** Of each job by its folder, and each savepoint by its own. */
        private final Map<Path, Checkpoint> newest = new HashMap<>();

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.endsWith(METADATA)) {
                Checkpoint found = new Checkpoint(file.getParent(), attributes.lastModifiedTime());
                Path own = found.folder();
                newest.merge(number(found) == 0 ? own : own.getParent(), found, HIGHER);
            }
            return FileVisitResult.CONTINUE;
        }

        /** From 1 on; 0 of a savepoint. */
        private static long number(Checkpoint found) {
            Matcher name = NUMBERED.matcher(found.folder().getFileName().toString());
            return name.matches() ? Long.parseLong(name.group(1)) : 0;
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
