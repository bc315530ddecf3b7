package vaiwg.jobs.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and how often state is kept.
 *
 * @param folder for checkpoints and savepoints
 * @param every between checkpoints
 * @param restoreFrom a checkpoint or savepoint to continue from
 * @param backend where state is while the job runs
 */
public record CheckpointOptions(Path folder, Duration every, Optional<String> restoreFrom, StateBackend backend) {
    /** With state on the heap. */
    public CheckpointOptions(Path folder, Duration every, Optional<String> restoreFrom) {
        this(folder, every, restoreFrom, StateBackend.HEAP);
    }
}
