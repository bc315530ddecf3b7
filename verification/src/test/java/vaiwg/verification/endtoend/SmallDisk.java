package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A folder on a disk of its own, in memory, which can be filled. */
final class SmallDisk implements AutoCloseable {
    private static final byte[] BLOCK = new byte[4096];

    private final Path folder;
    private final Path filler;

    /**
     * Mounts it.
     *
     * @throws AssertionError in a sentence, where this user may not
     */
    SmallDisk(Path folder, int megabytes) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.filler = folder.resolve("filler");
        int exit = run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()));
        assertThat(exit)
                .as("a disk in memory was not mounted: run this test as root, in a container with CAP_SYS_ADMIN")
                .isZero();
    }

    /** No block has room on it any more; again, where some was freed. */
    void fill() throws IOException {
        assertThat(writeToTheEnd()).contains("No space left on device");
    }

    private String writeToTheEnd() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(BLOCK);
            }
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        assertThat(run(List.of("umount", "--lazy", folder.toString()))).isZero();
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
