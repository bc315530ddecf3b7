package vaiwg.cli.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vaiwg.cli.run.JobHealth;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;

/**
 * What lies on this machine: files, checkpoints, and the disk on which these are.
 *
 * @param files and folders that are configured: they hold settings, passwords or state
 * @param folder of the checkpoints
 */
public record MachineChecks(List<Path> files, Path folder, Clock clock) {
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);
    /** As the alert on full disks. */
    private static final double LEAST_FREE = 0.1;

    private static final long GIGABYTE = 1L << 30;

    public List<Check> all() {
        return List.of(
                new Check("files", this::rights),
                new Check("checkpoints", this::checkpoints),
                new Check("disk", this::disk));
    }

    /** Whether they can be read by this user, and by nobody who is not of its group. */
    private void rights(Findings found) throws IOException {
        if (files.isEmpty()) {
            found.skipped("No file of settings or of a password is named.");
        }
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                found.todo(file + " cannot be read by this user: correct its path, its owner or its permissions.");
            } else if (Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
                found.todo(file + " is open to everybody on this machine: chmod o= " + file + ".");
            } else {
                found.ok(file + " is closed to others.");
            }
        }
    }

    /** How old the newest is: where none completes, a restart reads ever more of the log again. */
    private void checkpoints(Findings found) throws IOException {
        if (!Files.isDirectory(folder)) {
            found.skipped("There is no folder " + folder + " on this machine: name that of run with --checkpoints; a"
                    + " cluster has its own.");
            return;
        }
        Optional<Duration> age = Checkpoints.newest(folder)
                .map(Checkpoint::completed)
                .map(completed -> Duration.between(completed.toInstant(), clock.instant()));
        if (age.isEmpty()) {
            found.todo("No checkpoint is complete in " + folder
                    + ": where the job runs, its page says why none completes; a start reads the whole log.");
        } else if (age.get().compareTo(JobHealth.LONGEST_WITHOUT_CHECKPOINT) > 0) {
            found.todo("The newest checkpoint is " + Spans.words(age.get())
                    + " old: where the job runs, docs/runbook.md, VaiwgCheckpointsFailing, says what to look at.");
        } else {
            found.ok("The newest checkpoint is " + Spans.words(age.get()) + " old.");
        }
    }

    private void disk(Findings found) throws IOException {
        if (!Files.isDirectory(folder)) {
            found.skipped("There is no folder " + folder + " on this machine.");
            return;
        }
        FileStore disk = Files.getFileStore(folder);
        say(disk.getUsableSpace(), disk.getTotalSpace(), Files.isWritable(folder), found);
    }

    /**
     * Of the disk of the folder.
     *
     * @param free bytes of it
     * @param all bytes of it
     * @param isWritable the folder, for this user
     */
    void say(long free, long all, boolean isWritable, Findings found) {
        String sentence = "Of the disk of " + folder + " " + free / GIGABYTE + " GB of " + all / GIGABYTE + " are free";
        if (free < all * LEAST_FREE) {
            found.todo(sentence + ": make room, and never shorten what Kafka keeps.");
        } else if (!isWritable) {
            found.todo("This user may not write in " + folder
                    + ": run the check as the job's user, or give the folder to it.");
        } else {
            found.ok(sentence + ".");
        }
    }
}
