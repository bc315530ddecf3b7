package vaiwg.bench.stages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.bench.measure.EventLog;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.decode.DecodingSchema;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.panes.ConsumerType;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.RecordType;
import vaiwg.jobs.replay.LogPlayer;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.catalogue.Catalogue;

/** One pass of a log as far as a stage: decoded alone, or played as for an explanation or a reconciliation. */
public final class StageRun implements ReplayListener, Collector<DecodedRecord> {
    /** After how many changes of subjects and persons is looked what their thread has spent: so often that little is missed. */
    private static final int LOOK_EVERY = 256;

    private final Stage stage;
    private final DecodingSchema decoder;
    private final LogPlayer player;
    private final Map<String, long[]> counts = new HashMap<>();
    private long posted;
    private long rows;
    private long changes;
    /** What the thread in which rows are put together has spent so far. */
    private Spent second = Spent.NOTHING;

    public StageRun(Catalogue catalogue, Stage stage) {
        EventOptions events = EventOptions.of(Forces.any());
        PaneOptions published = new PaneOptions(
                () -> catalogue, Integer.MAX_VALUE, true, Long.MAX_VALUE, EnumSet.of(ConsumerType.ESTIMATES), false);
        this.stage = stage;
        this.decoder = new DecodingSchema(EventLog.PREFIX, events);
        this.player = new LogPlayer(
                catalogue,
                EventLog.PREFIX,
                events,
                stage == Stage.ROWS ? Optional.of(published) : Optional.empty(),
                this,
                Clock.systemUTC());
        decoder.open(null);
    }

    /** Takes what comes next, and says what that takes; each topic has one partition. */
    public Spent play(List<ConsumerRecord<byte[], byte[]>> records) {
        Spent before = Spent.here();
        second = Spent.NOTHING;
        if (stage == Stage.PERSONS || stage == Stage.ROWS) {
            player.play(new CaseRecords(records));
        } else {
            records.forEach(record -> decoder.deserialize(record, this));
        }
        return Spent.here().since(before).plus(second);
    }

    @Override
    public void collect(DecodedRecord record) {
        if (stage == Stage.COUNT && !record.progress) {
            counts.computeIfAbsent(record.subject, subject -> new long[1])[0]++;
        }
    }

    @Override
    public void ofSubject(SubjectType type, DecodedRecord event, List<DeltaEntry> entries) {
        count(entries);
    }

    @Override
    public void ofPerson(SubjectType type, DecodedRecord event, PersonUpdate update, List<DeltaEntry> entries) {
        count(entries);
    }

    /** Where no rows are put together, in the thread that plays. */
    private void count(List<DeltaEntry> entries) {
        posted += entries.size();
        if (stage == Stage.ROWS && ++changes % LOOK_EVERY == 0) {
            second = Spent.here();
        }
    }

    @Override
    public void snapshot(Snapshot snapshot) {
        rows += snapshot.count;
        second = Spent.here();
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }

    long posted() {
        return posted;
    }

    public long rows() {
        return rows;
    }

    public int cases() {
        return player.subjects(SubjectType.CASE).size();
    }

    /** The mean size of a case in a checkpoint, without its key. */
    double bytesPerCase() {
        TypeSerializer<CaseState> serializer =
                RecordType.<CaseState>ofClass(CaseState.class).serializer();
        DataOutputSerializer out = new DataOutputSerializer(1 << 20);
        List<Subject> cases = player.subjects(SubjectType.CASE);
        long bytes = 0;
        try {
            for (Subject subject : cases) {
                out.clear();
                serializer.serialize((CaseState) subject, out);
                bytes += out.length();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a write to memory failed", e);
        }
        return (double) bytes / cases.size();
    }
}
