package vaiwg.jobs.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    /** What Flink is told lies in the very folder: it would escape a folder's URI once more. */
    @Test
    void a_folder_with_blanks_and_per_cents_is_named_so_that_flink_finds_it(@TempDir Path parent) throws Exception {
        Path folder = Files.createDirectories(
                parent.resolve("my work, 100% füll").resolve("job").resolve("chk-1"));
        Files.createFile(folder.resolve("_metadata"));

        String location = Checkpoints.newest(parent.resolve("my work, 100% füll"))
                .orElseThrow()
                .location();

        org.apache.flink.core.fs.Path told = new org.apache.flink.core.fs.Path(location);
        assertThat(told.getFileSystem().exists(new org.apache.flink.core.fs.Path(told, "_metadata")))
                .isTrue();
        assertThat(told.getPath()).isEqualTo(folder.toString());
        assertThat(location).isEqualTo(Checkpoints.address(folder.getParent()) + "/chk-1");
    }
}
