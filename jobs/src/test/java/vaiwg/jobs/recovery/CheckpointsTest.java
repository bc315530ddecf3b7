package vaiwg.jobs.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;

class CheckpointsTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void of_one_job_the_highest_number_is_the_newest_although_a_clock_ran_ahead_before(@TempDir Path folder)
            throws Exception {
        complete(folder.resolve("job/chk-8"), Duration.ofMinutes(30));
        complete(folder.resolve("job/chk-9"), Duration.ofHours(2));
        complete(folder.resolve("job/chk-10"), Duration.ofMinutes(31));
        Files.createDirectories(folder.resolve("job/chk-11"));

        assertThat(Checkpoints.newest(folder)).hasValueSatisfying(newest -> {
            assertThat(newest.folder()).isEqualTo(folder.resolve("job/chk-10"));
            assertThat(newest.completed()).isEqualTo(FileTime.from(MORNING.plus(Duration.ofMinutes(31))));
        });
    }

    @Test
    void between_jobs_and_savepoints_the_time_decides_of_a_job_that_of_its_highest_number(@TempDir Path folder)
            throws Exception {
        complete(folder.resolve("first/chk-70"), Duration.ofHours(9));
        complete(folder.resolve("first/chk-71"), Duration.ofHours(1));
        complete(folder.resolve("second/chk-1"), Duration.ofHours(2));
        assertNewest(folder, "second/chk-1");

        complete(folder.resolve("savepoint-a1b2c3-0123456789ab"), Duration.ofHours(3));
        assertNewest(folder, "savepoint-a1b2c3-0123456789ab");

        complete(folder.resolve("second/chk-2"), Duration.ofHours(4));
        assertNewest(folder, "second/chk-2");
    }

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

    private static void assertNewest(Path folder, String expected) throws IOException {
        assertThat(Checkpoints.newest(folder).map(Checkpoint::folder)).contains(folder.resolve(expected));
    }

    private static void complete(Path checkpoint, Duration later) throws IOException {
        Path metadata = Files.createDirectories(checkpoint).resolve("_metadata");
        Files.setLastModifiedTime(Files.createFile(metadata), FileTime.from(MORNING.plus(later)));
    }
}
