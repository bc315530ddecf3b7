package vaiwg.jobs.subjects;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PersonUpdates;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.knowledge.DeadLetter;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.RecordType;
import vaiwg.jobs.records.StateFormat;
import vaiwg.jobs.totals.ReceivedCount;
import vaiwg.jobs.totals.ReceivedCounts;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.fields.FieldWriter;
import vaiwg.schemas.EventStream;

/**
 * Keeps every version of its subjects, and turns each event into the delta that it causes, and into what it tells the persons whom
 * the subject's record names.
 *
 * <p>Restored under a catalogue that lays out other panes than the one it was stored under, it posts everything that it keeps
 * anew, before the first event, watermark or checkpoint goes through it: the panes begin empty then. A watermark therefore says
 * also here that nothing older will follow, and no snapshot is taken of panes that are half filled.
 */
public final class SubjectOperator extends AbstractStreamOperator<Delta>
        implements OneInputStreamOperator<DecodedRecord, Delta> {
    private static final long serialVersionUID = 1L;

    /** What the subjects' records tell the persons and places that they name. */
    public static final OutputTag<PersonUpdate> UPDATES =
            new OutputTag<>("notices", RecordType.ofClass(PersonUpdate.class));

    /** Events of subjects that have too many already. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    /** How many records were received, for control totals. */
    public static final OutputTag<ReceivedCount> RECEIVED =
            new OutputTag<>("received", TypeInformation.of(ReceivedCount.class));

    private static final String STATE = "subject";
    private static final String TOO_MANY = "the subject has " + Versions.MOST + " versions, or steps, of this stream";

    private final SubjectType type;
    private final String topicPrefix;
    private final SerializableSupplier<Catalogue> catalogue;
    private transient ValueStateDescriptor<Subject> descriptor;
    private transient ValueState<Subject> state;
    private transient ListState<String> postedUnder;
    private transient String layout;
    private transient boolean stale;
    private transient SubjectDeltas entries;
    private transient FieldWriter writer;
    private transient PersonUpdates updates;
    private transient SubjectEvents events;
    private transient SubjectEvents.Outputs outputs;
    private transient SubjectCounters counters;
    private transient ReceivedCounts received;
    private transient CountedRepeats repeats;

    /** @param topicPrefix of the topics whose records may become dead letters */
    public SubjectOperator(SubjectType type, String topicPrefix, SerializableSupplier<Catalogue> catalogue) {
        this.type = type;
        this.topicPrefix = topicPrefix;
        this.catalogue = catalogue;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        descriptor = new ValueStateDescriptor<>(
                STATE, RecordType.ofClass(type.unknown().getClass()));
        state = context.getKeyedStateStore().getState(descriptor);
        repeats = new CountedRepeats(context.getKeyedStateStore());
        postedUnder = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>(StateFormat.nameOf("posted-under"), Types.STRING));
        Catalogue now = catalogue.get();
        layout = ForcePanes.layout(now);
        entries = new SubjectDeltas(now);
        writer = new FieldWriter();
        updates = new PersonUpdates(now);
        events = new SubjectEvents(type, entries, updates);
        outputs = new Sent();
        Set<String> stored = new HashSet<>();
        postedUnder.get().forEach(stored::add);
        stale = context.isRestored() && !stored.equals(Set.of(layout));
    }

    @Override
    public void open() throws Exception {
        super.open();
        counters = new SubjectCounters(getMetricGroup());
        received = new ReceivedCounts();
    }

    @Override
    public void processElement(StreamRecord<DecodedRecord> record) throws Exception {
        if (stale) {
            sendAllWhereStale();
            setKeyContextElement1(record);
        }
        Subject after = events.take(state.value(), record.getValue(), outputs);
        if (after != null) {
            state.update(after);
        }
    }

    /** What events cause goes to the panes and the persons, and is counted. */
    private final class Sent implements SubjectEvents.Outputs {
        @Override
        public void arrived(DecodedRecord event, Subject known, Versions.VersionStatus status) {
            EventStream stream = EventStream.values()[event.stream];
            counters.count(stream, status);
            if (status == Versions.VersionStatus.TOO_MANY) {
                output.collect(DEAD_LETTERS, new StreamRecord<>(tooMany(event, stream)));
            } else if (isRecordOfItsSource(event, known, status)) {
                received.add(event);
            }
        }

        @Override
        public void caused(DecodedRecord event, List<DeltaEntry> caused) {
            send(event.force, event.source, caused);
        }

        @Override
        public void tells(DecodedRecord event, PersonUpdate update) {
            output.collect(UPDATES, new StreamRecord<>(update));
        }
    }

    /** Whether its source counts it: not what a second subject is told of it, and no copy. A new version that says what the one before said counts. */
    private boolean isRecordOfItsSource(DecodedRecord event, Subject known, Versions.VersionStatus arrival) {
        return event.version.versionKind().stream().isPresent()
                && (arrival != Versions.VersionStatus.DUPLICATE
                        || (!known.hasVersionOf(event.version) && repeats.add(event.version)));
    }

    /** Its record as a dead letter, without key and value, which are still at its place. */
    private DeadLetter tooMany(DecodedRecord event, EventStream stream) {
        DeadLetter letter = new DeadLetter();
        letter.reason = Reason.TOO_MANY_VERSIONS.slug();
        letter.detail = TOO_MANY;
        letter.topic = stream.topic(topicPrefix);
        letter.partition = event.partition;
        letter.offset = event.offset;
        letter.timestamp = event.timestamp;
        letter.cut = true;
        return letter;
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        sendAllWhereStale();
        tellReceived();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        sendAllWhereStale();
        tellReceived();
    }

    @Override
    public void finish() throws Exception {
        tellReceived();
        super.finish();
    }

    private void tellReceived() {
        received.tell(count -> output.collect(RECEIVED, new StreamRecord<>(count)));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        postedUnder.update(List.of(layout));
    }

    /** Leaves another subject at hand than the one before. */
    private void sendAllWhereStale() throws Exception {
        if (!stale) {
            return;
        }
        stale = false;
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, descriptor, (key, kept) -> {
                    send(DecodedRecord.forceOf(key), Delta.NO_SOURCE, entries.all(kept.value()));
                    for (PersonUpdate update : updates.all(DecodedRecord.subjectOf(key), kept.value())) {
                        update.force = DecodedRecord.forceOf(key);
                        update.source = Delta.NO_SOURCE;
                        output.collect(UPDATES, new StreamRecord<>(update));
                    }
                });
    }

    private void send(String force, byte source, List<DeltaEntry> caused) {
        if (!caused.isEmpty()) {
            counters.posted(caused.size());
            output.collect(new StreamRecord<>(new Delta(force, source, caused, writer)));
        }
    }
}
