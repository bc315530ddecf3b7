package vaiwg.jobs.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.jobs.records.RecordType;
import vaiwg.jobs.records.StatedTotal;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.EventStream;

/**
 * Decides once, next to the source, from when each event is known. Everything behind obeys the knowledge time, so what a snapshot holds is
 * a function of the log alone: the same live, in a replay, after a crash, at any parallelism. All it sends goes to side outputs: events
 * to those of their subjects' types.
 *
 * <p>The clocks are union state, the greatest is taken on restore: a partition may come back on another subtask.
 */
public final class KnowledgeTimeOperator extends AbstractStreamOperator<Void>
        implements OneInputStreamOperator<DecodedRecord, Void> {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));
    public static final OutputTag<LateEvent> LATE_EVENTS =
            new OutputTag<>("late-events", TypeInformation.of(LateEvent.class));
    public static final OutputTag<FeedClock> FEED_CLOCKS =
            new OutputTag<>("feed-clocks", TypeInformation.of(FeedClock.class));

    /** What sources say that they had, of which all records that are counted beside it are known from here on. */
    public static final OutputTag<StatedTotal> CONTROL_TOTALS =
            new OutputTag<>("control-totals", TypeInformation.of(StatedTotal.class));

    /** Owners' notes with their words: they go to the database, and nowhere else. */
    public static final OutputTag<OwnerNote> NOTES = new OutputTag<>("notes", TypeInformation.of(OwnerNote.class));

    /** What panes are told beside figures: from when on a force has events of each source and kind, how many of each stream, and notes on its signals. */
    public static final OutputTag<Delta> MARKERS = new OutputTag<>("markers", RecordType.ofClass(Delta.class));

    private static final List<OutputTag<DecodedRecord>> OF_SUBJECTS = Stream.of(SubjectType.values())
            .map(type -> new OutputTag<DecodedRecord>("of-" + type.plural(), RecordType.ofClass(DecodedRecord.class)))
            .toList();

    private static final EventStream[] STREAMS = EventStream.values();

    /** How often clocks that have moved are reported, in milliseconds: they are for people and for alerts, and in a replay each record moves one. */
    private static final long REPORT_EVERY = 500L;

    private transient Map<String, Held> clocks;
    private transient ListState<StoredClock> stored;
    /** From when on this job has counted records, epoch milliseconds: not before a checkpoint of a build that did not. */
    private transient ListState<Long> storedCountedFrom;

    private transient long countedFrom;
    private transient Counter unusableTotals;
    private transient IntakeCounters counters;
    private transient ProgressAhead ahead;
    private transient DeadLetterCounters deadLetters;
    /** The partition of the record before: mostly the next one's too. */
    private transient Held last;

    private transient Admission admission;

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
        /** Ordinal of its stream, once a record has come. */
        byte stream;
        /** The clock that the watermark has, so that no stream is called complete while its partition holds the watermark. */
        long complete = PartitionClock.UNSET;

        long reported = PartitionClock.UNSET;

        Held(String topic, int partition, long clock) {
            this.topic = topic;
            this.partition = partition;
            this.clock = new PartitionClock(clock);
        }
    }

    public static OutputTag<DecodedRecord> ofSubjects(SubjectType type) {
        return OF_SUBJECTS.get(type.ordinal());
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        clocks = new HashMap<>();
        stored = context.getOperatorStateStore()
                .getUnionListState(
                        new ListStateDescriptor<>("partition-clocks", TypeInformation.of(StoredClock.class)));
        for (StoredClock clock : stored.get()) {
            held(clock.topic, clock.partition).clock.progress(clock.clock);
        }
        storedCountedFrom = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("counted-from", Types.LONG));
        countedFrom = clocks.isEmpty() ? PartitionClock.UNSET : afterAllClocks();
        for (long from : storedCountedFrom.get()) {
            countedFrom = from;
        }
    }

    /** Before this no record that was read already can have been changed. */
    private long afterAllClocks() {
        return clocks.values().stream()
                        .mapToLong(held -> held.clock.now())
                        .max()
                        .orElseThrow()
                + PartitionClock.DISORDER;
    }

    @Override
    public void open() throws Exception {
        super.open();
        counters = new IntakeCounters(getMetricGroup());
        ahead = new ProgressAhead(getMetricGroup());
        deadLetters = new DeadLetterCounters(getMetricGroup());
        admission = new Admission(new SideOutputs());
        unusableTotals = getMetricGroup().counter("vaiwg_control_totals_ignored_total");
        scheduleReports();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        stored.clear();
        for (Held held : clocks.values()) {
            StoredClock clock = new StoredClock();
            clock.topic = held.topic;
            clock.partition = held.partition;
            clock.clock = held.clock.now();
            stored.add(clock);
        }
        storedCountedFrom.update(List.of(countedFrom));
    }

    @Override
    public void processElement(StreamRecord<DecodedRecord> arrival) {
        DecodedRecord record = arrival.getValue();
        Held held = held(record.topic, record.partition);
        if (!record.replayed) {
            admission.take(record, held.clock);
        }
        held.stream = record.stream;
        held.complete = record.clock;
    }

    /** What admission decides goes to side outputs, and is counted. */
    private final class SideOutputs implements Admission.Outputs {
        @Override
        public void event(SubjectType type, DecodedRecord event) {
            send(ofSubjects(type), event);
        }

        @Override
        public void marker(Delta marker) {
            send(MARKERS, marker);
        }

        @Override
        public void note(OwnerNote note) {
            send(NOTES, note);
        }

        @Override
        public void admitted(DecodedRecord record) {
            counters.admitted(record.stream, record.warnings);
        }

        @Override
        public void late(DecodedRecord record, long knowledgeTime) {
            counters.late(record.stream);
            send(LATE_EVENTS, lateEvent(record, knowledgeTime));
        }

        @Override
        public void rejected(DecodedRecord record) {
            deadLetters.count(STREAMS[record.stream], record.rejected);
            send(DEAD_LETTERS, deadLetter(record));
        }

        @Override
        public void progressed(DecodedRecord progress, PartitionClock clock) {
            unusableTotals.inc(progress.unusableTotals);
            for (StatedTotal total : progress.totals) {
                if (total.isDueSoon(clock.now()) && total.from >= countedFrom) {
                    send(CONTROL_TOTALS, total);
                }
            }
        }

        @Override
        public void ahead(DecodedRecord progress) {
            ahead.take(progress);
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

    /** Before a day ends, all that became known on it is told. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        admission.tellArrivals();
        super.processWatermark(mark);
    }

    /** Also before a barrier: a job that stops with a savepoint has reported how far it came. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        reportClocks();
        admission.tellArrivals();
    }

    @Override
    public void finish() throws Exception {
        reportClocks();
        admission.tellArrivals();
        super.finish();
    }

    private void scheduleReports() {
        long next = getProcessingTimeService().getCurrentProcessingTime() + REPORT_EVERY;
        getProcessingTimeService().registerTimer(next, time -> {
            reportClocks();
            scheduleReports();
        });
    }

    private void reportClocks() {
        for (Held held : clocks.values()) {
            if (held.complete != held.reported) {
                held.reported = held.complete;
                FeedClock clock = new FeedClock();
                clock.stream = held.stream;
                clock.partition = held.partition;
                clock.clock = held.complete;
                send(FEED_CLOCKS, clock);
            }
        }
    }

    private <T> void send(OutputTag<T> tag, T value) {
        output.collect(tag, new StreamRecord<>(value));
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
