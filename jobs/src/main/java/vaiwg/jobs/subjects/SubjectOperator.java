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
import vaiwg.jobs.admission.DeadLetter;
import vaiwg.jobs.admission.SubjectEvent;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.ConductState;
import vaiwg.kpis.cases.OrderState;
import vaiwg.kpis.cases.PerpetratorState;
import vaiwg.kpis.cases.PersonNotice;
import vaiwg.kpis.cases.SafeguardingState;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.panes.ForcePanes;
import vaiwg.kpis.signatures.PersonNotices;
import vaiwg.kpis.signatures.Posting;
import vaiwg.kpis.signatures.SubjectPostings;

/**
 * Keeps every version of its subjects, and turns each event into the postings that it causes, and into what it tells the persons whom
 * the subject's record names.
 *
 * <p>Restored under a catalogue that lays out other panes than the one it was stored under, it posts everything that it keeps
 * anew, before the first event, watermark or checkpoint goes through it: the panes begin empty then. A watermark therefore says
 * also here that nothing older will follow, and no snapshot is taken of panes that are half filled.
 */
public final class SubjectOperator<S extends Subject> extends AbstractStreamOperator<Posting>
        implements OneInputStreamOperator<SubjectEvent, Posting> {
    private static final long serialVersionUID = 1L;

    /** What the subjects' records tell the persons and places that they name. */
    public static final OutputTag<PersonNotice> NOTICES =
            new OutputTag<>("notices", TypeInformation.of(PersonNotice.class));

    /** Events of subjects that have too many already. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    private static final String TOO_MANY = "the subject has " + Versions.MOST + " versions, or steps, of this stream";

    private final String name;
    private final Class<S> type;
    private final SerializableSupplier<S> unknown;
    private final SerializableSupplier<Catalogue> catalogue;
    private transient ValueStateDescriptor<S> descriptor;
    private transient ValueState<S> state;
    private transient ListState<String> postedUnder;
    private transient String layout;
    private transient boolean stale;
    private transient SubjectPostings postings;
    private transient PersonNotices notices;
    private transient ArrivalCounters counters;

    private SubjectOperator(
            String name, Class<S> type, SerializableSupplier<S> unknown, SerializableSupplier<Catalogue> catalogue) {
        this.name = name;
        this.type = type;
        this.unknown = unknown;
        this.catalogue = catalogue;
    }

    /** Keeps cases: crimes, their outcomes and their steps. */
    public static SubjectOperator<CaseState> ofCases(SerializableSupplier<Catalogue> catalogue) {
        return new SubjectOperator<>("case", CaseState.class, CaseState::new, catalogue);
    }

    /** Keeps the steps in the management of stalking perpetrators. */
    public static SubjectOperator<PerpetratorState> ofPerpetrators(SerializableSupplier<Catalogue> catalogue) {
        return new SubjectOperator<>("perpetrator", PerpetratorState.class, PerpetratorState::new, catalogue);
    }

    /** Keeps protective orders. */
    public static SubjectOperator<OrderState> ofOrders(SerializableSupplier<Catalogue> catalogue) {
        return new SubjectOperator<>("order", OrderState.class, OrderState::new, catalogue);
    }

    /** Keeps safeguarding cases. */
    public static SubjectOperator<SafeguardingState> ofSafeguarding(SerializableSupplier<Catalogue> catalogue) {
        return new SubjectOperator<>("safeguarding", SafeguardingState.class, SafeguardingState::new, catalogue);
    }

    /** Keeps complaints and conduct matters. */
    public static SubjectOperator<ConductState> ofConduct(SerializableSupplier<Catalogue> catalogue) {
        return new SubjectOperator<>("conduct", ConductState.class, ConductState::new, catalogue);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        descriptor = new ValueStateDescriptor<>(name, TypeInformation.of(type));
        state = context.getKeyedStateStore().getState(descriptor);
        postedUnder = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("posted-under", Types.STRING));
        Catalogue now = catalogue.get();
        layout = ForcePanes.layout(now);
        postings = new SubjectPostings(now);
        notices = new PersonNotices(now);
        Set<String> stored = new HashSet<>();
        postedUnder.get().forEach(stored::add);
        stale = context.isRestored() && !stored.equals(Set.of(layout));
    }

    @Override
    public void open() throws Exception {
        super.open();
        counters = new ArrivalCounters(getMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<SubjectEvent> record) throws Exception {
        if (stale) {
            postAnewWhereStale();
            setKeyContextElement1(record);
        }
        SubjectEvent event = record.getValue();
        S before = state.value();
        Subject known = before == null ? unknown.get() : before;
        Versions.Arrival arrival = known.arrivalOf(event.version());
        counters.count(arrival);
        if (arrival == Versions.Arrival.TOO_MANY) {
            output.collect(DEAD_LETTERS, new StreamRecord<>(event.deadLetter(Reason.TOO_MANY_VERSIONS, TOO_MANY)));
            return;
        }
        Subject after = known.with(event.version());
        if (after == known) {
            return;
        }
        state.update(type.cast(after));
        for (Posting posting : postings.of(before, after, event.version().admittedAt)) {
            posting.source = event.source;
            send(event.force, posting);
        }
        for (PersonNotice notice : notices.of(event.subject, before, after)) {
            tell(event.force, event.source, notice);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        postAnewWhereStale();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        postAnewWhereStale();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        postedUnder.update(List.of(layout));
    }

    /** Leaves another subject at hand than the one before. */
    private void postAnewWhereStale() throws Exception {
        if (!stale) {
            return;
        }
        stale = false;
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, descriptor, (key, kept) -> {
                    for (Posting posting : postings.anew(kept.value())) {
                        posting.source = Posting.NO_SOURCE;
                        send(SubjectEvent.forceOf(key), posting);
                    }
                    for (PersonNotice notice : notices.anew(SubjectEvent.subjectOf(key), kept.value())) {
                        tell(SubjectEvent.forceOf(key), Posting.NO_SOURCE, notice);
                    }
                });
    }

    private void tell(String force, byte source, PersonNotice notice) {
        notice.force = force;
        notice.source = source;
        output.collect(NOTICES, new StreamRecord<>(notice));
    }

    private void send(String force, Posting posting) {
        posting.force = force;
        counters.posted();
        output.collect(new StreamRecord<>(posting));
    }
}
