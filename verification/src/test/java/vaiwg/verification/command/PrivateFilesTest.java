package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.files.PrivateFiles;
import vaiwg.demo.embedded.DataFolder;

class PrivateFilesTest {
    @TempDir
    Path folder;

    /** Else the tests would pass for the umask's sake. */
    @BeforeEach
    void theUmaskLetsEverybodyRead() throws IOException {
        assertThat(permissions(Files.createFile(folder.resolve("ordinary")))).isEqualTo("rw-r--r--");
    }

    @Test
    void a_new_folder_and_those_above_it_are_the_owners_alone() throws Exception {
        Path made = PrivateFiles.folder(folder.resolve("above/below"));
        assertThat(permissions(made)).isEqualTo("rwx------");
        assertThat(permissions(made.getParent())).isEqualTo("rwx------");
    }

    @Test
    void an_own_folder_that_is_there_is_closed_to_others() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        assertThat(permissions(there)).isEqualTo("rwxr-xr-x");
        assertThat(permissions(PrivateFiles.folder(there))).isEqualTo("rwx------");
    }

    @Test
    void a_file_is_the_owners_alone_and_none_is_overwritten() throws Exception {
        Path file = folder.resolve("file");
        PrivateFiles.write(file, "text");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThatThrownBy(() -> PrivateFiles.write(file, "other")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("text");
    }

    @Test
    void a_data_folder_and_its_sub_folders_are_the_owners_alone() throws Exception {
        try (DataFolder data = DataFolder.open(Files.createDirectory(folder.resolve("data")))) {
            assertThat(permissions(data.root())).isEqualTo("rwx------");
            assertThat(permissions(data.checkpoints())).isEqualTo("rwx------");
            assertThat(permissions(data.logs())).isEqualTo("rwx------");
            assertThat(permissions(data.kafka())).isEqualTo("rwx------");
        }
    }

    static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
