package vaiwg.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.doctor.Findings.Line;
import vaiwg.cli.doctor.Findings.State;

class MachineChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final long GIGABYTE = 1L << 30;

    @TempDir
    private Path folder;

    @Test
    void a_file_that_others_may_read_is_named_with_what_closes_it() throws Exception {
        Path open = Files.writeString(folder.resolve("open"), "");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Path closed = Files.writeString(folder.resolve("closed"), "");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-r-----"));

        List<Path> files = List.of(open, closed, folder.resolve("none"));
        assertThat(new Doctor(new MachineChecks(files, folder, CLOCK).all()).look(line -> {}))
                .filteredOn(line -> line.check().equals("files"))
                .extracting(Line::state, Line::says)
                .containsExactly(
                        tuple(State.DO, open + " is open to everybody on this machine: chmod o= " + open + "."),
                        tuple(State.OK, closed + " is closed to others."),
                        tuple(
                                State.DO,
                                folder.resolve("none")
                                        + " cannot be read by this user: correct its path, its owner or its permissions."));
    }

    @Test
    void the_newest_checkpoint_that_is_complete_is_fresh_for_fifteen_minutes() throws Exception {
        complete("job/chk-1", Duration.ofHours(3));
        complete("job/chk-2", Duration.ofMinutes(15));
        Files.createDirectories(folder.resolve("job/chk-3"));

        assertThat(checkpoints(folder))
                .isEqualTo(new Line("checkpoints", State.OK, "The newest checkpoint is 15 minutes old."));
    }

    @Test
    void one_that_is_older_leads_to_its_page_of_the_runbook() throws Exception {
        complete("job/chk-1", Duration.ofMinutes(16));

        assertThat(checkpoints(folder))
                .isEqualTo(new Line(
                        "checkpoints",
                        State.DO,
                        "The newest checkpoint is 16 minutes old: where the job runs, docs/runbook.md,"
                                + " VaiwgCheckpointsFailing, says what to look at."));
    }

    @Test
    void a_folder_in_which_none_is_complete_is_told_and_one_that_is_elsewhere_is_not_looked_at() throws Exception {
        Files.createDirectories(folder.resolve("job/chk-1"));

        assertThat(checkpoints(folder).state()).isEqualTo(State.DO);
        assertThat(checkpoints(folder).says()).startsWith("No checkpoint is complete in " + folder + ": ");
        assertThat(checkpoints(folder.resolve("elsewhere")).state()).isEqualTo(State.SKIPPED);
    }

    @Test
    void a_disk_has_room_for_the_job_where_a_tenth_is_free_and_it_may_write() {
        String ten = "Of the disk of " + folder + " 10 GB of 100 are free";
        assertThat(disk(10, true)).isEqualTo(new Line("disk", State.OK, ten + "."));
        assertThat(disk(9, true).state()).isEqualTo(State.DO);
        assertThat(disk(9, true).says()).contains(" 9 GB of 100 are free: make room, ");
        assertThat(disk(10, false))
                .isEqualTo(new Line(
                        "disk",
                        State.DO,
                        "This user may not write in " + folder
                                + ": run the check as the job's user, or give the folder to it."));
    }

    @Test
    void the_disk_is_that_of_the_folder() throws Exception {
        long all = Files.getFileStore(folder).getTotalSpace() / GIGABYTE;
        assertThat(only("disk", folder).says()).contains(" GB of " + all + " are free");
        assertThat(only("disk", folder.resolve("elsewhere")).state()).isEqualTo(State.SKIPPED);
    }

    private void complete(String checkpoint, Duration age) throws Exception {
        Path made = Files.createDirectories(folder.resolve(checkpoint));
        Path metadata = Files.createFile(made.resolve("_metadata"));
        Files.setLastModifiedTime(metadata, FileTime.from(NOW.minus(age)));
    }

    private static Line checkpoints(Path of) {
        return only("checkpoints", of);
    }

    private static Line only(String check, Path of) {
        List<Line> lines = new Doctor(new MachineChecks(List.of(), of, CLOCK).all())
                .look(line -> {}).stream()
                        .filter(line -> line.check().equals(check))
                        .toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private Line disk(long free, boolean isWritable) {
        Findings found = new Findings("disk");
        new MachineChecks(List.of(), folder, CLOCK).say(free * GIGABYTE, 100 * GIGABYTE, isWritable, found);
        assertThat(found.lines()).hasSize(1);
        return found.lines().get(0);
    }
}
