package vaiwg.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vaiwg.cli.run.JobHealth;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;

/** How old the newest checkpoint is: where none completes, a restart reads ever more of the log again. */
public final class CheckpointsCheck implements Check {
    private final Path folder;
    private final Clock clock;

    public CheckpointsCheck(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "checkpoints";
    }

    @Override
    public void look(Findings found) throws IOException {
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
}
