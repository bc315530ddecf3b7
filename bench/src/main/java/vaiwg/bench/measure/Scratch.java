package vaiwg.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that is removed at the end, and when this JVM is interrupted. */
public final class Scratch implements AutoCloseable {
    private final Path root;

    public Scratch() throws IOException {
        root = Files.createTempDirectory("vaiwg-bench-");
        Runtime.getRuntime().addShutdownHook(new Thread(this::clear));
    }

    private void clear() {
        if (Files.exists(root)) {
            try {
                delete(root);
            } catch (IOException e) {
                System.err.println(root + " stays, remove it: " + e.getMessage());
            }
        }
    }

    /** A new folder in it. */
    public Path folder(String name) throws IOException {
        return Files.createDirectory(root.resolve(name));
    }

    @Override
    public void close() throws IOException {
        delete(root);
    }

    /** Removes a folder with all that is in it. */
    public static void delete(Path tree) throws IOException {
        List<Path> paths;
        try (Stream<Path> files = Files.walk(tree)) {
            paths = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
