package vaiwg.jobs.store;

import java.time.LocalDate;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;
import vaiwg.jobs.panes.Snapshot;

/** The tables lack what the job published before: an older backup was restored. It ends the job, whose state cannot take a midnight again. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
final class MissingSnapshotsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingSnapshotsException(Snapshot snapshot, int there) {
        super(
                "The database has %d of the %d snapshots of %s that were published as at %s to %s, as if an older backup had been restored: start once with ./vaiwg run --fresh (a cluster with an empty folder of checkpoints), and the missing ones are published again from the log"
                        .formatted(
                                there,
                                snapshot.before.count,
                                snapshot.force,
                                LocalDate.ofEpochDay(snapshot.before.from),
                                LocalDate.ofEpochDay(snapshot.before.through)));
    }
}
