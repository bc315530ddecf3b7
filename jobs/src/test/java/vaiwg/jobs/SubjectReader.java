package vaiwg.jobs;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.StringJoiner;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.graph.StreamGraphHasherV2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.records.RecordType;
import vaiwg.jobs.records.StateFormat;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.fields.FieldRecord;

/**
 * Reads from a checkpoint or savepoint of this build what it keeps of one subject: {@code docs/development.md} has the command.
 * Changes nothing.
 */
public final class SubjectReader {
    private static final String STATE = "subject";

    private SubjectReader() {}

    /** @param arguments place of the checkpoint, the type of subject such as CASE, force and id of the subject with a slash between */
    public static void main(String[] arguments) throws Exception {
        SubjectType type = SubjectType.valueOf(arguments[1]);
        Subject found = read(arguments[0], type, arguments[2]);
        System.out.println(found == null ? "nothing" : text(found, ""));
    }

    /** @return null where the checkpoint has no such subject */
    static Subject read(String location, SubjectType type, String key) throws Exception {
        StateFormat.require(location);
        OperatorState operator = operator(location, type.plural());
        int parallelism = operator.getParallelism();
        int subtask =
                KeyGroupRangeAssignment.assignKeyToParallelOperator(key, operator.getMaxParallelism(), parallelism);
        OperatorSubtaskState state = operator.getState(subtask);
        Restored restored = new Restored();
        try (var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                restored, read -> read, Types.STRING, operator.getMaxParallelism(), parallelism, subtask)) {
            if (state.getManagedKeyedState().stream().anyMatch(IncrementalKeyedStateHandle.class::isInstance)) {
                harness.setStateBackend(new EmbeddedRocksDBStateBackend());
            }
            harness.setup();
            harness.initializeState(state);
            KeyedStateBackend<String> kept = restored.getKeyedStateBackend();
            kept.setCurrentKey(key);
            return kept.getPartitionedState(
                            VoidNamespace.INSTANCE,
                            VoidNamespaceSerializer.INSTANCE,
                            new ValueStateDescriptor<>(
                                    STATE,
                                    RecordType.<Subject>ofClass(type.unknown().getClass())))
                    .value();
        }
    }

    private static OperatorState operator(String location, String uid) throws IOException {
        OperatorID id = new OperatorID(StreamGraphHasherV2.generateUserSpecifiedHash(uid));
        try (DataInputStream in =
                new DataInputStream(AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(location)
                        .getMetadataHandle()
                        .openInputStream())) {
            CheckpointMetadata metadata =
                    Checkpoints.loadCheckpointMetadata(in, SubjectReader.class.getClassLoader(), location);
            return metadata.getOperatorStates().stream()
                    .filter(operator -> operator.getOperatorID().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no operator " + uid + " in " + location));
        }
    }

    /** The fields of a record by name, a line each, those of records in it further in; what is zero is left out. */
    static String text(Object record, String indent) throws IllegalAccessException {
        StringJoiner lines = new StringJoiner("\n");
        for (Field field : record.getClass().getFields()) {
            Object value = field.get(record);
            if (Modifier.isStatic(field.getModifiers()) || value == null || "0".equals(value.toString())) {
                continue;
            }
            if (value.getClass().isArray()) {
                for (int i = 0; i < Array.getLength(value); i++) {
                    lines.add(line(field.getName() + "[" + i + "]", Array.get(value, i), indent));
                }
            } else {
                lines.add(line(field.getName(), value, indent));
            }
        }
        return lines.toString();
    }

    private static String line(String name, Object value, String indent) throws IllegalAccessException {
        return value instanceof FieldRecord record
                ? indent + name + ":\n" + text(record, indent + "  ")
                : indent + name + ": " + value;
    }

    /** An operator that has the state of another one, and does nothing. */
    private static final class Restored extends AbstractStreamOperator<String>
            implements OneInputStreamOperator<String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(StreamRecord<String> record) {
            throw new UnsupportedOperationException("it only reads");
        }
    }
}
