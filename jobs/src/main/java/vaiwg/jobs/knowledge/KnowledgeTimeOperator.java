package vaiwg.jobs.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.jobs.records.RecordType;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;

/**
 * Decides once, next to the source, from when each event is known. Everything behind obeys the knowledge time, so what a snapshot holds is
 * a function of the log alone: the same live, in a replay, after a crash, at any parallelism. All it sends goes to side outputs: events
 * to those of their subjects' types.
 *
 * <p>The clocks are union state, the greatest is taken on restore: a partition may come back on another subtask.
 */
public final class KnowledgeTimeOperator extends ProcessFunction<DecodedRecord, Void> implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));
    public static final OutputTag<LateEvent> LATE_EVENTS =
            new OutputTag<>("late-events", TypeInformation.of(LateEvent.class));
    public static final OutputTag<FeedClock> FEED_CLOCKS =
            new OutputTag<>("feed-clocks", TypeInformation.of(FeedClock.class));

    /** Owners' notes with their words: they go to the database, and nowhere else. */
    public static final OutputTag<OwnerNote> NOTES = new OutputTag<>("notes", TypeInformation.of(OwnerNote.class));

    /** What panes are told beside figures: from when on a force has events of each source and kind, and notes on its signals. */
    public static final OutputTag<Delta> MARKERS = new OutputTag<>("markers", RecordType.ofClass(Delta.class));

    private static final List<OutputTag<DecodedRecord>> OF_SUBJECTS = Stream.of(SubjectType.values())
            .map(type -> new OutputTag<DecodedRecord>("of-" + type.plural(), RecordType.ofClass(DecodedRecord.class)))
            .toList();

    private static final EventStream[] STREAMS = EventStream.values();

    /** A clock's steps smaller than this are not reported: it is for people and for alerts. */
    private static final long REPORT_EVERY = 60_000L;

    private transient Map<String, Held> clocks;
    private transient ListState<StoredClock> stored;
    private transient IntakeCounters counters;
    /** The partition of the record before: mostly the next one's too. */
    private transient Held last;
    /** The least knowledge time told of each force's kinds of record by each source; forgotten with the task, and then told again, which changes nothing. */
    private transient Map<String, Long[][]> told;

    /** A partition's clock as stored. */
    public static final class StoredClock {
        public String topic;
        public int partition;
        public long clock;
    }

    private static final class Held {
        final String topic;
        final int partition;
        final PartitionClock clock;
        long reported = PartitionClock.UNSET;

        Held(String topic, int partition, long clock) {
            this.topic = topic;
            this.partition = partition;
            this.clock = new PartitionClock(clock);
        }
    }

    /** The events of subjects of one type. */
    public static OutputTag<DecodedRecord> ofSubjects(SubjectType type) {
        return OF_SUBJECTS.get(type.ordinal());
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        clocks = new HashMap<>();
        stored = context.getOperatorStateStore()
                .getUnionListState(
                        new ListStateDescriptor<>("partition-clocks", TypeInformation.of(StoredClock.class)));
        for (StoredClock clock : stored.get()) {
            held(clock.topic, clock.partition).clock.progress(clock.clock);
        }
    }

    @Override
    public void open(OpenContext context) {
        counters = new IntakeCounters(getRuntimeContext().getMetricGroup());
        told = new HashMap<>();
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        stored.clear();
        for (Held held : clocks.values()) {
            StoredClock clock = new StoredClock();
            clock.topic = held.topic;
            clock.partition = held.partition;
            clock.clock = held.clock.now();
            stored.add(clock);
        }
    }

    @Override
    public void processElement(DecodedRecord record, Context context, Collector<Void> out) {
        Held held = held(record.topic, record.partition);
        if (!record.replayed) {
            if (record.progress) {
                held.clock.progress(record.changedAt);
            } else {
                admit(record, held.clock, context);
            }
        }
        report(held, record, context);
    }

    private void admit(DecodedRecord record, PartitionClock clock, Context context) {
        boolean late = record.advancesClock && clock.isLate(record.changedAt);
        long knowledgeTime = record.advancesClock ? clock.admit(record.changedAt) : PartitionClock.UNSET;
        if (record.rejected != null) {
            counters.rejected(record.rejected);
            context.output(DEAD_LETTERS, deadLetter(record));
            return;
        }
        if (record.note == null) {
            tellSubject(record, knowledgeTime, context);
            tellOrigin(record, knowledgeTime, context);
        } else {
            tellNote(record.note, knowledgeTime, context);
        }
        counters.admitted(record.stream, record.warnings);
        if (late) {
            counters.late(record.stream);
            context.output(LATE_EVENTS, lateEvent(record, knowledgeTime));
        }
    }

    private static void tellSubject(DecodedRecord event, long knowledgeTime, Context context) {
        event.version.knownAt = knowledgeTime;
        context.output(ofSubjects(SubjectType.of(event.version.versionKind())), event);
        if (event.ofCase != null) {
            tellSubject(event.ofCase, knowledgeTime, context);
        }
    }

    /** A note says nothing of the world that is counted: it is no source of figures, and makes no force known. */
    private static void tellNote(OwnerNote note, long knowledgeTime, Context context) {
        note.version.knownAt = knowledgeTime;
        context.output(NOTES, note);
        context.output(MARKERS, Delta.ofNote(note.force, note.version));
    }

    /** Of every event that is counted, also of one that changes no figure: what kind a snapshot is must not depend on which came first. */
    private void tellOrigin(DecodedRecord record, long knowledgeTime, Context context) {
        tellOrigin(record, RecordKind.of(STREAMS[record.stream]), knowledgeTime, context);
        Duty.of(record.version).ifPresent(duty -> tellOrigin(record, RecordKind.of(duty), knowledgeTime, context));
    }

    private void tellOrigin(DecodedRecord record, RecordKind kind, long knowledgeTime, Context context) {
        Long[] ofKind = told.computeIfAbsent(record.force, force -> new Long[RecordKind.ROOM][Source.values().length])[
                kind.number()];
        if (ofKind[record.source] == null || knowledgeTime < ofKind[record.source]) {
            ofKind[record.source] = knowledgeTime;
            context.output(MARKERS, Delta.ofOrigin(record.force, record.source, kind, knowledgeTime));
        }
    }

    private Held held(String topic, int partition) {
        Held held = last;
        if (held == null || held.partition != partition || !held.topic.equals(topic)) {
            held = clocks.computeIfAbsent(
                    topic + '/' + partition, key -> new Held(topic, partition, PartitionClock.UNSET));
            last = held;
        }
        return held;
    }

    /** By the clock that the watermark has, so that no stream is called complete while its partition holds the watermark. */
    private static void report(Held held, DecodedRecord record, Context context) {
        long now = record.clock;
        if (now == PartitionClock.UNSET
                || (held.reported != PartitionClock.UNSET && now < held.reported + REPORT_EVERY)) {
            return;
        }
        held.reported = now;
        FeedClock clock = new FeedClock();
        clock.stream = record.stream;
        clock.partition = held.partition;
        clock.clock = now;
        context.output(FEED_CLOCKS, clock);
    }

    private static LateEvent lateEvent(DecodedRecord record, long knowledgeTime) {
        LateEvent late = new LateEvent();
        late.topic = record.topic;
        late.partition = record.partition;
        late.offset = record.offset;
        late.force = record.force;
        late.stream = record.stream;
        late.eventId = record.version.eventId().toString();
        late.changedAt = record.changedAt;
        late.knownAt = knowledgeTime;
        return late;
    }

    private static DeadLetter deadLetter(DecodedRecord record) {
        DeadLetter letter = new DeadLetter();
        letter.reason = record.rejected;
        letter.detail = record.detail;
        letter.topic = record.topic;
        letter.partition = record.partition;
        letter.offset = record.offset;
        letter.timestamp = record.timestamp;
        letter.key = record.key;
        letter.value = record.value;
        return letter;
    }
}
