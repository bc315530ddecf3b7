package vaiwg.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import vaiwg.bench.results.ResultsFile;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.records.RecordType;
import vaiwg.kpis.cases.CaseState;

/**
 * What a case takes on each state backend: on the heap and on disk, in a first checkpoint, and in one after one case in a hundred has changed.
 * Cases are those of the synthetic force, kept as the job keeps them.
 */
final class StateSection implements Section {
    static final String HEADER = "backend,cases,heap_bytes,disk_bytes,first_ms,first_bytes,second_ms,second_bytes";

    private static final int KEY_GROUPS = 128;
    private static final int CHANGED_PART = 100;
    private static final long NANOS_A_MILLI = 1_000_000;
    /** A slot's part of the managed memory that docker-compose.yml gives a TaskManager of 4 GiB with two slots. */
    private static final MemorySize CACHE = MemorySize.ofMebiBytes(686);

    @Override
    public ResultsFile measure(Trial trial) throws Exception {
        int cases = trial.of(20_000, 1_000_000);
        int days = trial.of(7, 120);
        CaseTemplates templates = CaseTemplates.of(trial.seed(), days);
        CoreTimer timer = new CoreTimer(templates, new ScaledForce(templates, "west-midlands", 1, 1));
        timer.playThrough(days);
        List<CaseState> patterns = timer.run().caseStates();
        List<String> rows = new ArrayList<>();
        for (StateBackend backend : List.of(StateBackend.ROCKSDB, StateBackend.HEAP)) {
            Path folder = trial.scratch().folder(backend.toString());
            rows.add(row(backend, cases, folder, patterns));
            trial.say(rows.get(rows.size() - 1));
        }
        return new ResultsFile(Map.of("days of a case", Integer.toString(days)), HEADER, rows);
    }

    private static String row(StateBackend backend, int cases, Path folder, List<CaseState> patterns) throws Exception {
        Path checkpoints = folder.resolve("checkpoints");
        Path files = Files.createDirectory(folder.resolve("files"));
        long empty = Trial.liveBytes();
        try (var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new Keeper(patterns), StateSection::key, Types.STRING, KEY_GROUPS, 1, 0)) {
            harness.setStateBackend(backend == StateBackend.HEAP ? new HashMapStateBackend() : rocksDb(files));
            harness.setCheckpointStorage(new FileSystemCheckpointStorage(checkpoints.toUri()));
            harness.open();
            for (int i = 0; i < cases; i++) {
                harness.processElement(new StreamRecord<>(i));
            }
            long heap = Trial.liveBytes() - empty;
            long first = checkpointMillis(harness, 1);
            long firstBytes = bytes(checkpoints);
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < cases / CHANGED_PART; i++) {
                harness.processElement(new StreamRecord<>(random.nextInt(cases)));
            }
            long second = checkpointMillis(harness, 2);
            return String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%d,%d,%d,%d,%d",
                    backend,
                    cases,
                    heap,
                    bytes(files),
                    first,
                    firstBytes,
                    second,
                    bytes(checkpoints) - firstBytes);
        }
    }

    /** As long as a force's references are. */
    private static String key(int number) {
        return String.format(Locale.ROOT, "west-midlands/20WM/%07d/25", number);
    }

    private static EmbeddedRocksDBStateBackend rocksDb(Path folder) {
        EmbeddedRocksDBStateBackend rocksDb = new EmbeddedRocksDBStateBackend(true);
        rocksDb.setDbStoragePath(folder.toString());
        rocksDb.getMemoryConfiguration().setFixedMemoryPerSlot(CACHE);
        return rocksDb;
    }

    private static long checkpointMillis(KeyedOneInputStreamOperatorTestHarness<?, ?, ?> harness, long id)
            throws Exception {
        long begin = System.nanoTime();
        OperatorSubtaskState taken = harness.snapshot(id, id);
        long millis = (System.nanoTime() - begin) / NANOS_A_MILLI;
        harness.notifyOfCompletedCheckpoint(id);
        if (taken.getStateSize() == 0) {
            throw new IllegalStateException("the checkpoint is empty");
        }
        return millis;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Keeps each case as the job does: read, replaced by another object, and written, at every event. */
    private static final class Keeper extends AbstractStreamOperator<Void>
            implements OneInputStreamOperator<Integer, Void> {
        private static final long serialVersionUID = 1L;

        private final transient List<CaseState> patterns;
        private transient ValueState<CaseState> state;
        private transient TypeSerializer<CaseState> serializer;

        Keeper(List<CaseState> patterns) {
            this.patterns = patterns;
        }

        @Override
        public void initializeState(StateInitializationContext context) throws Exception {
            super.initializeState(context);
            ValueStateDescriptor<CaseState> descriptor =
                    new ValueStateDescriptor<>("case", RecordType.ofClass(CaseState.class));
            state = context.getKeyedStateStore().getState(descriptor);
            serializer = descriptor.getSerializer();
        }

        /** An equal one that shares nothing with it. */
        private CaseState another(CaseState same) throws IOException {
            DataOutputSerializer out = new DataOutputSerializer(1_024);
            serializer.serialize(same, out);
            return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
        }

        @Override
        public void processElement(StreamRecord<Integer> record) throws Exception {
            CaseState before = state.value();
            CaseState next = before == null ? patterns.get(record.getValue() % patterns.size()) : before;
            state.update(another(next));
        }
    }
}
