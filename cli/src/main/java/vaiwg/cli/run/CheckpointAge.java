package vaiwg.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;

/**
 * Measures since when the newest checkpoint of a folder is there, or the job has begun: what an earlier run left does not count. By a clock
 * that nobody sets, so it is as exact as it is often asked.
 */
final class CheckpointAge {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointAge.class);

    private final Path folder;
    private final LongSupplier nanos;
    private Optional<Checkpoint> newest;
    private long seen;

    /** @param nanos of a clock that only goes on */
    CheckpointAge(Path folder, LongSupplier nanos) {
        this.folder = folder;
        this.nanos = nanos;
        this.newest = find(Optional.empty());
        this.seen = nanos.getAsLong();
    }

    synchronized Duration now() {
        Optional<Checkpoint> found = find(newest);
        long now = nanos.getAsLong();
        if (!found.equals(newest)) {
            newest = found;
            seen = now;
        }
        return Duration.ofNanos(now - seen);
    }

    private Optional<Checkpoint> find(Optional<Checkpoint> otherwise) {
        try {
            return Checkpoints.newest(folder);
        } catch (IOException e) {
            LOG.debug("The folder of checkpoints cannot be read; none is newer", e);
            return otherwise;
        }
    }
}
