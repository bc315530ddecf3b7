package vaiwg.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointAgeTest {
    @TempDir
    private Path folder;

    private long seconds;

    @Test
    void a_clock_that_is_set_makes_no_checkpoint_older_or_younger() throws Exception {
        Instant now = Instant.now();
        CheckpointAge age = age();
        seconds = 10;
        assertThat(age.now()).hasSeconds(10);

        complete("chk-1", now.minusSeconds(7_200));
        seconds = 20;
        assertThat(age.now())
                .as("complete, by a clock that is two hours behind")
                .isZero();
        seconds = 50;
        assertThat(age.now()).hasSeconds(30);

        complete("chk-2", now.plusSeconds(7_200));
        assertThat(age.now()).as("complete, by a clock that is two hours ahead").isZero();
        seconds = 1_000;
        assertThat(age.now()).hasSeconds(950);

        complete("chk-3", now);
        assertThat(age.now()).as("complete, by a clock that was set right").isZero();
    }

    @Test
    void what_an_earlier_run_left_is_not_of_this_one() throws Exception {
        complete("chk-7", Instant.now());
        CheckpointAge age = age();
        seconds = 30;
        assertThat(age.now()).hasSeconds(30);
    }

    private CheckpointAge age() {
        return new CheckpointAge(folder, () -> seconds * 1_000_000_000L);
    }

    private void complete(String name, Instant completed) throws Exception {
        Path metadata =
                Files.createDirectories(folder.resolve("job").resolve(name)).resolve("_metadata");
        Files.setLastModifiedTime(Files.createFile(metadata), FileTime.from(completed));
    }
}
