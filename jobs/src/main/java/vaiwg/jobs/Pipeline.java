package vaiwg.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.knowledge.DeadLetter;
import vaiwg.jobs.knowledge.FeedClock;
import vaiwg.jobs.knowledge.KnowledgeTimeOperator;
import vaiwg.jobs.knowledge.LateEvent;
import vaiwg.jobs.knowledge.StreamClock;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.jobs.panes.PaneOperator;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.persons.PersonOperator;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.jobs.records.RecordType;
import vaiwg.jobs.subjects.SubjectOperator;
import vaiwg.jobs.totals.ComparedTotal;
import vaiwg.jobs.totals.ControlTotals;
import vaiwg.jobs.totals.ReceivedCount;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * The graph of the job, without its source and sinks.
 *
 * <pre>
 * records  -> admission -> cases         -> delta entries -> panes by force -> snapshots
 *                |      -> perpetrators  ->                          |-> the dashboard's values
 *                |      -> conduct       ->                          |-> revised days
 *                |           |-> notices -> persons ->
 *                |      -> other subjects ->
 *                |      -> sources known, notes on signals ->
 *                |      -> control totals, beside the records that subjects received -> compared totals
 *                |-> dead letters (also of subjects that have too many versions), late events, owners' notes, feed clocks
 * </pre>
 *
 * Every operator has a uid: state is found again by it, so a uid is never changed.
 */
public final class Pipeline {
    private final SingleOutputStreamOperator<Void> admitted;
    private final SingleOutputStreamOperator<Snapshot> snapshots;
    private final DataStream<FeedClock> feeds;
    private final DataStream<ComparedTotal> totals;
    private final DataStream<DeadLetter> rejected;

    private Pipeline(
            SingleOutputStreamOperator<Void> admitted,
            DataStream<DeadLetter> rejected,
            SingleOutputStreamOperator<Snapshot> snapshots,
            DataStream<FeedClock> feeds,
            DataStream<ComparedTotal> totals) {
        this.admitted = admitted;
        this.rejected = rejected;
        this.snapshots = snapshots;
        this.feeds = feeds;
        this.totals = totals;
    }

    /**
     * Builds the graph on a stream of decoded records whose watermark is the least of the partitions' clocks.
     *
     * @param topicPrefix of the topics from which the records are
     * @param partitions how many partitions each stream's topic has
     */
    public static Pipeline build(
            DataStream<DecodedRecord> records, String topicPrefix, int partitions, PaneOptions options) {
        SingleOutputStreamOperator<Void> admitted = records.transform(
                        "Admission", Types.VOID, new KnowledgeTimeOperator())
                .setParallelism(records.getParallelism())
                .uid("admission");
        DataStream<DeadLetter> rejected = admitted.getSideOutput(KnowledgeTimeOperator.DEAD_LETTERS);
        DataStream<Delta> entries = admitted.getSideOutput(KnowledgeTimeOperator.MARKERS);
        List<DataStream<PersonUpdate>> updates = new ArrayList<>();
        List<DataStream<ReceivedCount>> received = new ArrayList<>();
        for (SubjectType type : SubjectType.values()) {
            SingleOutputStreamOperator<Delta> subjects = admitted.getSideOutput(KnowledgeTimeOperator.ofSubjects(type))
                    .keyBy(DecodedRecord::subjectKey)
                    .transform(
                            capitalised(type.plural()),
                            RecordType.ofClass(Delta.class),
                            new SubjectOperator(type, topicPrefix, options.catalogue()))
                    .uid(type.plural());
            entries = entries.union(subjects);
            rejected = rejected.union(subjects.getSideOutput(SubjectOperator.DEAD_LETTERS));
            received.add(subjects.getSideOutput(SubjectOperator.RECEIVED));
            if (type.refers()) {
                updates.add(subjects.getSideOutput(SubjectOperator.UPDATES));
            }
        }
        entries = entries.union(persons(options.catalogue(), updates));
        SingleOutputStreamOperator<Snapshot> snapshots = entries.keyBy(entry -> entry.force)
                .transform("Panes", TypeInformation.of(Snapshot.class), new PaneOperator(options))
                .uid("panes");
        DataStream<FeedClock> feeds = admitted.getSideOutput(KnowledgeTimeOperator.FEED_CLOCKS)
                .keyBy(clock -> clock.stream, Types.BYTE)
                .process(new StreamClock(partitions))
                .setParallelism(1)
                .uid("feeds")
                .name("Feeds");
        return new Pipeline(admitted, rejected, snapshots, feeds, totals(admitted, received));
    }

    /** What sources say that they had, beside what was received. */
    private static DataStream<ComparedTotal> totals(
            SingleOutputStreamOperator<Void> admitted, List<DataStream<ReceivedCount>> received) {
        return received.stream()
                .reduce(DataStream::union)
                .orElseThrow()
                .connect(admitted.getSideOutput(KnowledgeTimeOperator.CONTROL_TOTALS))
                .keyBy(
                        count -> ControlTotals.keyOf(count.force, count.stream),
                        stated -> ControlTotals.keyOf(stated.force, stated.stream),
                        Types.STRING)
                .process(new ControlTotals(), TypeInformation.of(ComparedTotal.class))
                .setParallelism(1)
                .uid("control-totals")
                .name("Control totals");
    }

    /** The persons and places that records name, from what those who keep the records tell. */
    private static DataStream<Delta> persons(
            SerializableSupplier<Catalogue> catalogue, List<DataStream<PersonUpdate>> updates) {
        return updates.stream()
                .reduce(DataStream::union)
                .orElseThrow()
                .keyBy(PersonOperator::keyOf)
                .transform("Persons", RecordType.ofClass(Delta.class), new PersonOperator(catalogue))
                .uid("persons");
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    public Pipeline publishTo(Sink<Snapshot> sink) {
        written(snapshots.union(snapshots.getSideOutput(PaneOperator.REMINDERS)), sink)
                .uid("snapshot-sink")
                .name("Published snapshots");
        return this;
    }

    /** Days as known now. */
    public Pipeline reviseTo(Sink<DayBlock> sink) {
        written(snapshots.getSideOutput(PaneOperator.DAY_BLOCKS), sink)
                .uid("day-sink")
                .name("Revised days");
        return this;
    }

    /** The dashboard's newest values, in order of their time from one subtask only. */
    public Pipeline showTo(String uid, String name, Sink<DashboardSnapshot> sink) {
        written(snapshots.getSideOutput(PaneOperator.BOARD), sink)
                .setParallelism(1)
                .uid(uid)
                .name(name);
        return this;
    }

    /** What could not be used, with its reason. */
    public Pipeline rejectTo(Sink<DeadLetter> sink) {
        rejected.sinkTo(sink)
                .setParallelism(admitted.getParallelism())
                .uid("dead-letter-sink")
                .name("Dead letters");
        return this;
    }

    /** What came after its time. */
    public Pipeline listLateTo(Sink<LateEvent> sink) {
        admitted.getSideOutput(KnowledgeTimeOperator.LATE_EVENTS)
                .sinkTo(sink)
                .setParallelism(admitted.getParallelism())
                .uid("late-event-sink")
                .name("Late events");
        return this;
    }

    /** What owners say of signals, in their words. */
    public Pipeline noteTo(Sink<OwnerNote> sink) {
        admitted.getSideOutput(KnowledgeTimeOperator.NOTES)
                .sinkTo(sink)
                .setParallelism(admitted.getParallelism())
                .uid("note-sink")
                .name("Owners' notes");
        return this;
    }

    /** How far each stream is complete. */
    public Pipeline writeFeedsTo(Sink<FeedClock> sink) {
        feeds.sinkTo(sink).setParallelism(1).uid("feed-sink").name("Feed completeness");
        return this;
    }

    /** What sources say that they had, beside what was received. */
    public Pipeline writeTotalsTo(Sink<ComparedTotal> sink) {
        totals.sinkTo(sink).setParallelism(1).uid("control-total-sink").name("Compared totals");
        return this;
    }

    /** The clocks of all partitions, to one place that knows them all. */
    public Pipeline watchClocks(Sink<FeedClock> sink) {
        admitted.getSideOutput(KnowledgeTimeOperator.FEED_CLOCKS)
                .sinkTo(sink)
                .setParallelism(1)
                .uid("watermark-watch")
                .name("Held watermark");
        return this;
    }

    /**
     * What panes give is written by a thread of its own: the next days are counted meanwhile, as far ahead as the buffers between two
     * tasks hold. When they are full the panes wait for the writer, and Flink reports which of the two is the slower.
     */
    private static <T> DataStreamSink<T> written(DataStream<T> stream, Sink<T> sink) {
        return stream.sinkTo(sink).disableChaining();
    }
}
