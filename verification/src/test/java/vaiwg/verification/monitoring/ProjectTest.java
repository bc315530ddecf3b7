package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How tests run programs. */
@Timeout(60)
class ProjectTest {
    @TempDir
    private Path folder;

    @Test
    void what_a_program_says_and_how_it_ends_is_told() throws Exception {
        Project.Answer answer =
                Project.run("dash", Map.of("WORD", "said"), "sh", "-c", "echo $WORD; echo too >&2; exit 3");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.output()).isEqualTo("said\ntoo\n");
    }

    @Test
    void a_program_that_does_not_end_is_ended_with_what_it_began() throws Exception {
        Path child = folder.resolve("child");
        assertThatThrownBy(() -> Project.run(
                        Duration.ofSeconds(2),
                        "dash",
                        Map.of(),
                        "sh",
                        "-c",
                        "sleep 600 & echo $! >" + child + "; echo waiting; wait"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("did not end")
                .hasMessageContaining("waiting");
        long pid = Long.parseLong(Files.readString(child).strip());
        while (isRunning(pid) && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        assertThat(isRunning(pid)).isFalse();
    }

    /** One that has ended and that nobody has waited for has no command line. */
    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid)
                .filter(handle ->
                        handle.isAlive() && handle.info().commandLine().isPresent())
                .isPresent();
    }

    @Test
    void a_program_that_is_missing_is_named_with_its_package() {
        assertThatThrownBy(() -> Project.run("its-package", Map.of(), "no-such-program"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("install no-such-program: apt-get install its-package");
    }
}
