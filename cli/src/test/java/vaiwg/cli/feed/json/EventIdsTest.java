package vaiwg.cli.feed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.terminal.CommandFailure;

class EventIdsTest {
    private static final String NAME = "conduct/west-midlands/PSD/0417/26/3/1772446320000";

    @TempDir
    private Path folder;

    @Test
    void with_the_key_that_is_kept_the_same_version_has_the_same_id_each_time_and_with_another_it_has_not()
            throws Exception {
        Path key = folder.resolve("new/key");
        UUID id = UUID.fromString(EventIds.ofKeyIn(key).of(NAME));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(EventIds.ofKeyIn(key).of(NAME)).isEqualTo(id.toString());
        assertThat(EventIds.ofKeyIn(key).of(NAME + "1")).isNotEqualTo(id.toString());
        assertThat(EventIds.ofKeyIn(folder.resolve("other")).of(NAME)).isNotEqualTo(id.toString());
        assertThat(EventIds.forgotten().of(NAME))
                .isNotEqualTo(EventIds.forgotten().of(NAME))
                .isNotEqualTo(UUID.nameUUIDFromBytes(NAME.getBytes(StandardCharsets.UTF_8))
                        .toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key)).matches("[0-9a-f]{64}\n");
    }

    @Test
    void a_file_that_holds_no_key_is_not_used() throws Exception {
        for (String text : new String[] {"", "secret", "00", "zz".repeat(32)}) {
            Path file = Files.writeString(folder.resolve("no-key"), text);
            assertThatThrownBy(() -> EventIds.ofKeyIn(file))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessage("The key file " + file
                            + " does not hold 64 hexadecimal digits: name another with --event-id-key, or restore it.");
        }
        assertThatThrownBy(() -> EventIds.ofKeyIn(folder))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("The key file " + folder + " cannot be read or made: name another with --event-id-key.");
    }
}
