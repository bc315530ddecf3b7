package vaiwg.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRoomTest {
    /** Takes no byte, for whoever writes. */
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_is_told_in_the_words_of_the_operating_system() throws Exception {
        Files.createSymbolicLink(folder.resolve(FolderRoom.PROBE), FULL);

        assertThat(new FolderRoom(folder).obstacle()).contains("No space left on device");
        assertThat(FULL).exists();
    }

    @Test
    void a_folder_that_is_gone_is_told() {
        assertThat(new FolderRoom(folder.resolve("gone")).obstacle()).isPresent();
    }

    @Test
    void where_there_is_room_nothing_is_told_and_nothing_left() throws Exception {
        assertThat(new FolderRoom(folder).obstacle()).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
