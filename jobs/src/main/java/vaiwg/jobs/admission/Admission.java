package vaiwg.jobs.admission;

import java.util.HashMap;
import java.util.Map;
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
import vaiwg.jobs.decode.Arrival;
import vaiwg.jobs.decode.OwnerNote;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.signatures.Posting;
import vaiwg.kpis.time.PartitionClock;

/**
 * Decides once, next to the source, from when each event is known. Everything behind obeys the stamp, so what a snapshot holds is
 * a function of the log alone: the same live, in a replay, after a crash, at any parallelism.
 *
 * <p>The clocks are union state, the greatest is taken on restore: a partition may come back on another subtask.
 */
public final class Admission extends ProcessFunction<Arrival, SubjectEvent> implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));
    public static final OutputTag<LateEvent> LATE_EVENTS =
            new OutputTag<>("late-events", TypeInformation.of(LateEvent.class));
    public static final OutputTag<FeedClock> FEED_CLOCKS =
            new OutputTag<>("feed-clocks", TypeInformation.of(FeedClock.class));

    /** Owners' notes with their words: they go to the database, and nowhere else. */
    public static final OutputTag<OwnerNote> NOTES = new OutputTag<>("notes", TypeInformation.of(OwnerNote.class));

    /** What panes are told beside figures: from when on a force has events of each source, and notes on its signals. */
    public static final OutputTag<Posting> MARKERS = new OutputTag<>("markers", TypeInformation.of(Posting.class));

    /** A clock's steps smaller than this are not reported: it is for people and for alerts. */
    private static final long REPORT_EVERY = 60_000L;

    private transient Map<String, Held> clocks;
    private transient ListState<StoredClock> stored;
    private transient AdmissionCounters counters;
    /** The least stamp told of each force and source; forgotten with the task, and then told again, which changes nothing. */
    private transient Map<String, Long> told;

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
        counters = new AdmissionCounters(getRuntimeContext().getMetricGroup());
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
    public void processElement(Arrival arrival, Context context, Collector<SubjectEvent> out) {
        Held held = held(arrival.topic, arrival.partition);
        if (arrival.again) {
            report(held, arrival, context);
            return;
        }
        if (arrival.progress) {
            held.clock.progress(arrival.changedAt);
        } else {
            boolean late = arrival.movesClock && held.clock.isLate(arrival.changedAt);
            long stamp = arrival.movesClock ? held.clock.admit(arrival.changedAt) : PartitionClock.UNSET;
            if (arrival.refused != null) {
                counters.refused(arrival.refused);
                context.output(DEAD_LETTERS, deadLetter(arrival));
            } else {
                if (arrival.note != null) {
                    tellNote(arrival, stamp, context);
                } else {
                    tellSubjects(arrival, stamp, out);
                    tellSource(arrival, stamp, context);
                }
                counters.admitted(arrival.stream, arrival.strange);
                if (late) {
                    counters.late();
                    context.output(LATE_EVENTS, lateEvent(arrival, stamp));
                }
            }
        }
        report(held, arrival, context);
    }

    private static void tellSubjects(Arrival arrival, long stamp, Collector<SubjectEvent> out) {
        out.collect(admitted(arrival, stamp));
        if (arrival.management != null) {
            out.collect(toldToItsCase(arrival, stamp));
        }
    }

    /** A note says nothing of the world that is counted: it is no source of figures, and makes no force known. */
    private static void tellNote(Arrival arrival, long stamp, Context context) {
        arrival.note.force = arrival.force;
        arrival.note.version.admittedAt = stamp;
        context.output(NOTES, arrival.note);
        context.output(MARKERS, Posting.ofNote(arrival.force, arrival.note.version));
    }

    /** Of every event that is counted, also of one that changes no figure: what kind a snapshot is must not depend on which came first. */
    private void tellSource(Arrival arrival, long stamp, Context context) {
        Long earlier = told.get(arrival.force + '/' + arrival.source);
        if (earlier == null || stamp < earlier) {
            told.put(arrival.force + '/' + arrival.source, stamp);
            context.output(MARKERS, Posting.ofSource(arrival.force, arrival.source, stamp));
        }
    }

    private Held held(String topic, int partition) {
        return clocks.computeIfAbsent(topic + '/' + partition, key -> new Held(topic, partition, PartitionClock.UNSET));
    }

    /** By the clock that the watermark has, so that no stream is called complete while its partition holds the watermark. */
    private static void report(Held held, Arrival arrival, Context context) {
        long now = arrival.clock;
        if (now == PartitionClock.UNSET
                || (held.reported != PartitionClock.UNSET && now < held.reported + REPORT_EVERY)) {
            return;
        }
        held.reported = now;
        FeedClock clock = new FeedClock();
        clock.stream = arrival.stream;
        clock.partition = held.partition;
        clock.clock = now;
        context.output(FEED_CLOCKS, clock);
    }

    private static SubjectEvent ofSubject(String subject, Arrival arrival) {
        SubjectEvent event = new SubjectEvent();
        event.force = arrival.force;
        event.subject = subject;
        event.source = arrival.source;
        event.topic = arrival.topic;
        event.partition = arrival.partition;
        event.offset = arrival.offset;
        event.timestamp = arrival.timestamp;
        return event;
    }

    private static SubjectEvent admitted(Arrival arrival, long stamp) {
        SubjectEvent event = ofSubject(arrival.subject, arrival);
        event.crime = arrival.crime;
        event.outcome = arrival.outcome;
        event.step = arrival.step;
        event.contact = arrival.contact;
        event.submission = arrival.submission;
        event.item = arrival.item;
        event.order = arrival.order;
        event.safeguarding = arrival.safeguarding;
        event.conduct = arrival.conduct;
        Version version = event.version();
        version.admittedAt = stamp;
        return event;
    }

    /** A step of stalking management belongs to its perpetrator, and to the crime that it names too. */
    private static SubjectEvent toldToItsCase(Arrival arrival, long stamp) {
        SubjectEvent event = ofSubject(arrival.crimeReference, arrival);
        event.management = arrival.management;
        event.management.admittedAt = stamp;
        return event;
    }

    private static LateEvent lateEvent(Arrival arrival, long stamp) {
        LateEvent late = new LateEvent();
        late.topic = arrival.topic;
        late.partition = arrival.partition;
        late.offset = arrival.offset;
        late.force = arrival.force;
        late.stream = arrival.stream;
        late.eventId = arrival.eventId;
        late.changedAt = arrival.changedAt;
        late.admittedAt = stamp;
        return late;
    }

    private static DeadLetter deadLetter(Arrival arrival) {
        DeadLetter letter = new DeadLetter();
        letter.reason = arrival.refused;
        letter.detail = arrival.detail;
        letter.topic = arrival.topic;
        letter.partition = arrival.partition;
        letter.offset = arrival.offset;
        letter.timestamp = arrival.timestamp;
        letter.key = arrival.key;
        letter.value = arrival.value;
        return letter;
    }
}
