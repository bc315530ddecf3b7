package vaiwg.jobs.panes;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.time.LondonDays;

/**
 * Keeps the panes of its forces and takes their snapshots: day by day even where the watermark jumps, each minute while live. No
 * timers in event time: a snapshot is due when the watermark has passed its midnight, and what is due is seen in one sweep.
 *
 * <p>The watermark at the end of all input ({@link Long#MAX_VALUE}) publishes nothing: it says that the job ends, not that time
 * has passed.
 */
public final class PaneOperator extends AbstractStreamOperator<Snapshot>
        implements OneInputStreamOperator<Delta, Snapshot> {
    private static final long serialVersionUID = 1L;

    /** After a restart: what was published before it. */
    public static final OutputTag<Snapshot> REMINDERS =
            new OutputTag<>("reminders", TypeInformation.of(Snapshot.class));

    public static final OutputTag<DashboardSnapshot> BOARD =
            new OutputTag<>("board", TypeInformation.of(DashboardSnapshot.class));
    public static final OutputTag<DayBlock> DAY_BLOCKS =
            new OutputTag<>("day-blocks", TypeInformation.of(DayBlock.class));

    /** From this distance to the wall clock on the job is live. */
    private static final long NEAR = 15 * 60_000L;
    /** How often revised days are written while live: they are to be seen within two seconds. */
    private static final long REVISE_EVERY = 500L;

    private static final long MINUTE = 60_000L;
    /** Of what is kept of a force beside its panes, at first. */
    private static final int STORED_BYTES = 1 << 12;

    private final PaneOptions options;
    private transient Catalogue catalogue;
    private transient Map<String, ForceAggregates> forces;
    /** The force of the last delta, as many of one force follow each other, and its aggregates. */
    private transient String lastForce;

    private transient ForceAggregates last;
    private transient boolean live;
    /** Whether what was published before a restart is still to be said. */
    private transient boolean reminds;

    /** What this run has put into state of forces and their consumers. */
    private transient StoredBytes already;

    private transient ValueState<ForceAggregates.Stored> kept;
    private transient TypeSerializer<ForceAggregates.Stored> serializer;
    private transient MapState<String, byte[]> consumers;
    private transient MapState<Integer, byte[]> panes;
    private transient MapState<Integer, byte[]> followUp;
    private transient MapState<Long, byte[]> waiting;

    public PaneOperator(PaneOptions options) {
        this.options = options;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        reminds = context.isRestored();
        catalogue = options.catalogue().get();
        // A metric is asked for by another thread, while a new force may come.
        forces = new ConcurrentSkipListMap<>();
        already = new StoredBytes();
        ValueStateDescriptor<ForceAggregates.Stored> descriptor =
                new ValueStateDescriptor<>("force", TypeInformation.of(ForceAggregates.Stored.class));
        kept = context.getKeyedStateStore().getState(descriptor);
        serializer = descriptor.getSerializer();
        consumers = context.getKeyedStateStore().getMapState(bytesBy("consumers", Types.STRING));
        panes = context.getKeyedStateStore().getMapState(bytesBy("panes", Types.INT));
        followUp = context.getKeyedStateStore().getMapState(bytesBy("lives", Types.INT));
        waiting = context.getKeyedStateStore().getMapState(bytesBy("waiting-pieces", Types.LONG));
        for (String force : getKeyedStateBackend()
                .<VoidNamespace>getKeys("force", VoidNamespace.INSTANCE)
                .map(String.class::cast)
                .toList()) {
            setCurrentKey(force);
            ForceAggregates.Stored stored = serializer.copy(kept.value());
            live |= stored.caughtUp;
            if (stored.layout.equals(ForcePanes.layout(catalogue))) {
                aggregates(force)
                        .restore(stored, ofConsumers(), panes.entries(), followUp.entries(), waiting.entries());
            } else {
                panes.clear();
                followUp.clear();
                waiting.clear();
                aggregates(force).restoreEmpty(stored, ofConsumers());
            }
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        getMetricGroup().gauge("vaiwg_waiting_bytes", this::waitingBytes);
        CodeMapMetrics.register(getMetricGroup(), catalogue.maps());
        scheduleRevising();
    }

    @Override
    public void processElement(StreamRecord<Delta> record) {
        Delta delta = record.getValue();
        if (!delta.force.equals(lastForce)) {
            last = aggregates(delta.force);
            lastForce = delta.force;
        }
        last.add(delta);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() != Long.MAX_VALUE) {
            if (reminds) {
                reminds = false;
                forces.values().forEach(ForceAggregates::remind);
            }
            for (ForceAggregates force : forces.values()) {
                force.publishThrough(mark.getTimestamp());
            }
            if (isNearNow(mark.getTimestamp())) {
                live = true;
                long minute = Math.floorDiv(mark.getTimestamp(), MINUTE) * MINUTE;
                forces.values().forEach(force -> force.publishMinute(minute));
            }
            if (live || mark.getTimestamp() >= options.historyEnd()) {
                forces.values().forEach(ForceAggregates::reviseAll);
            }
        }
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        // What changed since the last writing goes out before the barrier: after a restore nobody would know of it.
        forces.values().forEach(ForceAggregates::reviseChanged);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        for (Map.Entry<String, ForceAggregates> entry : forces.entrySet()) {
            String force = entry.getKey();
            setCurrentKey(force);
            if (already.isNew(force)) {
                // Also of those that are left out now: they would go on from a midnight long ago another time.
                consumers.clear();
            }
            entry.getValue()
                    .store(
                            stored -> storeOwn(force, stored),
                            (type, bytes) -> storeConsumer(force, type, bytes),
                            panes::put,
                            followUp::put,
                            this::storeWaiting);
        }
    }

    private void storeOwn(String force, ForceAggregates.Stored stored) throws Exception {
        DataOutputSerializer bytes = new DataOutputSerializer(STORED_BYTES);
        serializer.serialize(stored, bytes);
        if (already.differ(force, bytes.getCopyOfBuffer())) {
            // A copy: the heap backend writes the object after the barrier, when the force has changed its own already.
            kept.update(serializer.copy(stored));
        }
    }

    private void storeConsumer(String force, ConsumerType type, byte[] bytes) throws Exception {
        if (already.differ(force + '/' + type.slug(), bytes)) {
            consumers.put(type.slug(), bytes);
        }
    }

    private void storeWaiting(long piece, byte[] bytes) throws Exception {
        if (bytes.length == 0) {
            waiting.remove(piece);
        } else {
            waiting.put(piece, bytes);
        }
    }

    private void scheduleRevising() {
        long next = getProcessingTimeService().getCurrentProcessingTime() + REVISE_EVERY;
        getProcessingTimeService().registerTimer(next, time -> {
            forces.values().forEach(ForceAggregates::reviseChanged);
            scheduleRevising();
        });
    }

    private boolean isNearNow(long watermark) {
        return watermark >= getProcessingTimeService().getCurrentProcessingTime() - NEAR;
    }

    private ForceAggregates aggregates(String force) {
        return forces.computeIfAbsent(
                force,
                slug -> new ForceAggregates(slug, catalogue, options, new ForceAggregates.Outputs() {
                    @Override
                    public void snapshot(Snapshot snapshot) {
                        output.collect(new StreamRecord<>(snapshot, LondonDays.startOf(snapshot.asAt)));
                    }

                    @Override
                    public void reminder(Snapshot reminder) {
                        output.collect(REMINDERS, new StreamRecord<>(reminder));
                    }

                    @Override
                    public void dashboard(DashboardSnapshot snapshot) {
                        output.collect(BOARD, new StreamRecord<>(snapshot, snapshot.asAt));
                    }

                    @Override
                    public void day(DayBlock block) {
                        output.collect(DAY_BLOCKS, new StreamRecord<>(block));
                    }
                }));
    }

    private long waitingBytes() {
        return forces.values().stream().mapToLong(ForceAggregates::waitingBytes).sum();
    }

    /** What is kept of the consumers that are not left out. */
    private Map<ConsumerType, byte[]> ofConsumers() throws Exception {
        Map<ConsumerType, byte[]> bytes = new EnumMap<>(ConsumerType.class);
        for (ConsumerType type : options.consumers()) {
            byte[] stored = consumers.get(type.slug());
            if (stored != null) {
                bytes.put(type, stored);
            }
        }
        return bytes;
    }

    private static <K> MapStateDescriptor<K, byte[]> bytesBy(String name, TypeInformation<K> key) {
        return new MapStateDescriptor<>(name, key, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }
}
