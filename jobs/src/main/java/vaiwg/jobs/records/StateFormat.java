package vaiwg.jobs.records;

import java.io.DataInputStream;
import java.io.IOException;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.CompletedCheckpointStorageLocation;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;

/**
 * In which formats a checkpoint keeps records: said in the name of a state whose name every checkpoint lists, so that one of another
 * build is rejected before the job starts, and not by each of its tasks.
 */
public final class StateFormat {
    static final String READ_THE_LOG_AGAIN =
            "start without it (vaiwg run --fresh, or a cluster without VAIWG_RESTORE_FROM), and the job reads the log again.";

    private static final String SEPARATOR = "/";

    private StateFormat() {}

    /** The formats of this build. */
    public static String current() {
        return RecordFormat.ofState();
    }

    /** The name of a state that tells in which formats other states are kept; it has to be one of an operator, not of a key. */
    public static String nameOf(String state) {
        return state + SEPARATOR + current();
    }

    /**
     * Requires that a checkpoint or savepoint was written in the formats of this build.
     *
     * @throws IllegalStateException in one sentence, where it was not, or cannot be read
     */
    public static void require(String location) {
        if (!isCurrent(location)) {
            throw new IllegalStateException(
                    "The checkpoint %s was written by a build that keeps its state otherwise: %s"
                            .formatted(location, READ_THE_LOG_AGAIN));
        }
    }

    /**
     * Whether a checkpoint or savepoint was written in the formats of this build.
     *
     * @throws IllegalStateException in one sentence, where it cannot be read
     */
    public static boolean isCurrent(String location) {
        return metadata(location).getOperatorStates().stream()
                .flatMap(operator -> operator.getStates().stream())
                .flatMap(subtask -> subtask.getManagedOperatorState().stream())
                .flatMap(handle -> handle.getStateNameToPartitionOffsets().keySet().stream())
                .anyMatch(name -> name.endsWith(SEPARATOR + current()));
    }

    private static CheckpointMetadata metadata(String location) {
        try {
            CompletedCheckpointStorageLocation found =
                    AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(location);
            try (DataInputStream in =
                    new DataInputStream(found.getMetadataHandle().openInputStream())) {
                return Checkpoints.loadCheckpointMetadata(in, StateFormat.class.getClassLoader(), location);
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "There is no checkpoint that can be read at " + location + ": name another one, or "
                            + READ_THE_LOG_AGAIN,
                    e);
        }
    }
}
