package vaiwg.verification.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What a build left behind: a backup of its log, its tables and a force's folder, and a savepoint of its job at the end of both. */
final class Corpus {
    /** Of the topics of every corpus: a savepoint names them. */
    static final String PREFIX = "corpus.";

    private static final Path ALL = Path.of("src/test/resources/corpus");

    private final Path folder;

    /** @param release the build's version */
    Corpus(String release) {
        folder = ALL.resolve(release);
    }

    /** The versions of which there is one. */
    static List<String> releases() {
        try (Stream<Path> list = Files.list(ALL)) {
            return list.map(release -> release.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(ALL + " is not there: -Dvaiwg.golden.write=true writes this build's", e);
        }
    }

    boolean isKept() {
        return Files.exists(folder);
    }

    Path backup() {
        return folder.resolve("backup");
    }

    long bytes() throws IOException {
        long bytes = 0;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Keeps the files of a savepoint, which lie in one folder. */
    void keepSavepoint(String location) throws IOException {
        Files.createDirectories(folder);
        Path from = Path.of(new org.apache.flink.core.fs.Path(location).getPath());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(savepoint()));
                Stream<Path> files = Files.list(from)) {
            for (Path file : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    /** Puts the savepoint into a new folder; returns where it is, as a job is told it. */
    String unpackSavepoint(Path into) throws IOException {
        Files.createDirectories(into);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(savepoint()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, into.resolve(Path.of(entry.getName()).getFileName()));
            }
        }
        return into.toUri().toString();
    }

    private Path savepoint() {
        return folder.resolve("savepoint.zip");
    }
}
