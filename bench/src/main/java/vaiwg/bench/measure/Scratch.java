package vaiwg.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;

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
                Utils.delete(root.toFile());
            } catch (IOException e) {
                System.err.println(root + " stays, remove it: " + e.getMessage());
            }
        }
    }

    public Path folder(String name) throws IOException {
        return Files.createDirectory(root.resolve(name));
    }

    @Override
    public void close() throws IOException {
        Utils.delete(root.toFile());
    }
}
