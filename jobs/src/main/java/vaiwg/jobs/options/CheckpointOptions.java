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
 */
public record CheckpointOptions(Path folder, Duration every, Optional<String> restoreFrom) {}
