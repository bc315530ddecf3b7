package vaiwg.jobs.persons;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PersonDeltas;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.RecordType;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.fields.FieldWriter;

/**
 * Keeps what records say of each person and place, and turns what they newly say into the delta entries that it causes.
 *
 * <p>Restored under a catalogue that lays out other panes than the one it was stored under, it begins empty, like the panes: the
 * subjects tell everything anew, in no order. It listens until all of them have done so, which the first watermark or checkpoint says,
 * and posts what each person then comes to. What rejected records come to it posts at once also then, for it does not keep them.
 */
public final class PersonOperator extends AbstractStreamOperator<Delta>
        implements OneInputStreamOperator<PersonUpdate, Delta> {
    private static final long serialVersionUID = 1L;

    private static final String STATE = "person";

    private final SerializableSupplier<Catalogue> catalogue;
    private transient ValueState<PersonState> state;
    private transient ListState<String> keptUnder;
    private transient ValueStateDescriptor<PersonState> descriptor;
    private transient String layout;
    private transient boolean listening;
    private transient PersonDeltas entries;
    private transient FieldWriter writer;
    private transient Counter posted;
    private transient Counter rejected;

    public PersonOperator(SerializableSupplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /** The key by which updates of one person, or of one place, meet: codes are of one force only. */
    public static String keyOf(PersonUpdate update) {
        return update.force + (update.place ? "/place/" : "/person/") + Long.toHexString(update.person);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        descriptor = new ValueStateDescriptor<>(STATE, RecordType.ofClass(PersonState.class));
        state = context.getKeyedStateStore().getState(descriptor);
        keptUnder = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("kept-under", Types.STRING));
        Catalogue now = catalogue.get();
        layout = ForcePanes.layout(now);
        entries = new PersonDeltas(now);
        writer = new FieldWriter();
        Set<String> stored = new HashSet<>();
        keptUnder.get().forEach(stored::add);
        listening = context.isRestored() && !stored.equals(Set.of(layout));
        if (listening) {
            forgetAll();
        }
    }

    private void forgetAll() throws Exception {
        List<String> keys = getKeyedStateBackend()
                .<VoidNamespace>getKeys(STATE, VoidNamespace.INSTANCE)
                .map(String.class::cast)
                .toList();
        for (String key : keys) {
            setCurrentKey(key);
            state.clear();
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        posted = getMetricGroup().counter("vaiwg_deltas_total");
        rejected = getMetricGroup().counter("vaiwg_person_records_rejected_total");
    }

    @Override
    public void processElement(StreamRecord<PersonUpdate> record) throws Exception {
        PersonUpdate update = record.getValue();
        PersonState kept = state.value();
        PersonState before = kept == null ? new PersonState() : kept;
        if (before.rejectsOneMoreFor(update)) {
            rejected.inc();
        }
        PersonState after = before.with(update);
        if (after != before) {
            state.update(after);
        }
        List<DeltaEntry> caused =
                listening ? entries.ofRejected(before, after, update) : entries.of(before, after, update);
        send(caused, update.force, update.source);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        postWhatWasHeard();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        postWhatWasHeard();
    }

    private void postWhatWasHeard() throws Exception {
        if (!listening) {
            return;
        }
        listening = false;
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        descriptor,
                        (key, kept) -> send(entries.all(kept.value()), DecodedRecord.forceOf(key), Delta.NO_SOURCE));
    }

    private void send(List<DeltaEntry> some, String force, byte source) {
        if (!some.isEmpty()) {
            posted.inc(some.size());
            output.collect(new StreamRecord<>(new Delta(force, source, some, writer)));
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        keptUnder.update(List.of(layout));
    }
}
