package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the keys of log-ins are kept, and when there is a further one. */
class LogInKeysTest {
    private static final Instant WRITTEN = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void the_file_is_made_for_its_owner_alone_and_read_by_the_next_process() throws Exception {
        Path file = folder.resolve("data/log-in-key");
        List<String> first = hex(LogInKeys.in(file, Clock.systemUTC()).all());
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
        assertThat(hex(LogInKeys.in(file, Clock.systemUTC()).all())).isEqualTo(first);
        assertThat(hex(LogInKeys.in(folder.resolve("other"), Clock.systemUTC()).all()))
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void after_thirty_days_another_key_signs_and_the_one_before_is_believed() throws Exception {
        Path file = Files.writeString(folder.resolve("log-in-key"), "ab".repeat(32) + "\n" + "cd".repeat(32) + "\n");
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
        assertThat(hex(LogInKeys.in(
                                file, at(WRITTEN.plus(LogInKeys.RENEWED_AFTER).minusMillis(1)))
                        .all()))
                .containsExactly("ab".repeat(32), "cd".repeat(32));
        List<String> renewed = hex(
                LogInKeys.in(file, at(WRITTEN.plus(LogInKeys.RENEWED_AFTER))).all());
        assertThat(renewed).hasSize(2).element(1).isEqualTo("ab".repeat(32));
        assertThat(Files.readAllLines(file)).isEqualTo(renewed);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("log-in-key.next")).doesNotExist();
    }

    @Test
    void a_file_that_holds_something_else_is_refused_unless_it_is_only_the_usual_place() throws Exception {
        Path file = Files.writeString(folder.resolve("log-in-key"), "secret\n");
        assertThatThrownBy(() -> LogInKeys.in(file, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 hexadecimal digits")
                .hasMessageNotContaining("secret");
        Path below = file.resolve("log-in-key");
        assertThatThrownBy(() -> LogInKeys.in(below, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--log-in-key");
        assertThat(LogInKeys.whereItCanBe(below, Clock.systemUTC()).all()).hasSize(1);
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static List<String> hex(List<byte[]> keys) {
        return keys.stream().map(key -> HexFormat.of().formatHex(key)).toList();
    }
}
