package vaiwg.bench.stages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.records.RecordType;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * Measures what keeping cases costs on a state backend, for the table in {@code docs/state.md}: memory and disk, a first checkpoint, and one
 * after one case in a hundred has changed. A run measures one backend with one number of cases, so that none sees another's garbage.
 */
public final class StateMeasurement {
    private static final int KEY_GROUPS = 128;
    private static final int DAYS = 30;
    private static final long SEED = 7;
    private static final int CHANGED_PART = 100;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double MEBI = 1 << 20;
    /** A slot's part of the managed memory that docker-compose.yml gives a TaskManager of 4 GiB with two slots. */
    private static final MemorySize CACHE = MemorySize.ofMebiBytes(686);

    private final StateBackend backend;
    private final int cases;
    private final Path folder;

    private StateMeasurement(StateBackend backend, int cases, Path folder) {
        this.backend = backend;
        this.cases = cases;
        this.folder = folder;
    }

    /** @param arguments the backend, the number of cases, and a folder on the disk that is to be measured */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[2]), "state-measurement");
        new StateMeasurement(StateBackend.named(arguments[0]), Integer.parseInt(arguments[1]), folder).run();
    }

    private void run() throws Exception {
        List<CaseState> patterns = patterns();
        long empty = usedHeap();
        try (var harness = harness(patterns)) {
            harness.setStateBackend(
                    backend == StateBackend.HEAP ? new HashMapStateBackend() : rocksDb(folder.resolve("rocksdb")));
            harness.setCheckpointStorage(new FileSystemCheckpointStorage(
                    folder.resolve("checkpoints").toUri()));
            harness.open();
            double fill = seconds(() -> {
                for (int i = 0; i < cases; i++) {
                    harness.processElement(new StreamRecord<>(i));
                }
            });
            long heap = usedHeap() - empty;
            double first = checkpoint(harness, 1);
            long firstBytes = bytes(folder.resolve("checkpoints"));
            SplittableRandom random = new SplittableRandom(SEED);
            double change = seconds(() -> {
                for (int i = 0; i < cases / CHANGED_PART; i++) {
                    harness.processElement(new StreamRecord<>(random.nextInt(cases)));
                }
            });
            double second = checkpoint(harness, 2);
            long secondBytes = bytes(folder.resolve("checkpoints")) - firstBytes;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %,.0f | %,.0f | %,.1f | %,.0f | %,.1f | %,.0f | %,.1f | %,.1f |%n",
                    backend,
                    cases,
                    heap / MEBI,
                    backend == StateBackend.HEAP ? 0 : bytes(folder.resolve("rocksdb")) / MEBI,
                    first,
                    firstBytes / MEBI,
                    second,
                    secondBytes / MEBI,
                    fill * 1e6 / cases,
                    change * 1e6 * CHANGED_PART / cases);
        }
    }

    private static List<CaseState> patterns() {
        CoreRun run = new CoreRun(Catalogue.shipped(), Stage.CASES);
        run.play(CaseLog.of(SEED, DAYS));
        return run.caseStates();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Integer, Void> harness(List<CaseState> patterns)
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new Keeper(patterns), StateMeasurement::key, Types.STRING, KEY_GROUPS, 1, 0);
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

    private static double checkpoint(KeyedOneInputStreamOperatorTestHarness<?, ?, ?> harness, long id)
            throws Exception {
        OperatorSubtaskState[] taken = new OperatorSubtaskState[1];
        double seconds = seconds(() -> taken[0] = harness.snapshot(id, id));
        harness.notifyOfCompletedCheckpoint(id);
        if (taken[0].getStateSize() == 0) {
            throw new IllegalStateException("the checkpoint is empty");
        }
        return seconds;
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long bytes(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / NANOS_A_SECOND;
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
