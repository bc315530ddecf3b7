package vaiwg.bench.stages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.bench.measure.EventLog;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PackedEntries;
import vaiwg.engine.contributions.PersonDeltas;
import vaiwg.engine.contributions.PersonUpdates;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.engine.panes.ForceEstimates;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.engine.panes.RowPolicy;
import vaiwg.jobs.decode.DecodingSchema;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.RecordType;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.fields.FieldWriter;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.PartitionClock;

/** One pass of a log through the job's own code, in one thread and without Flink between the stages. */
public final class CoreRun implements Collector<DecodedRecord> {
    private final Stage stage;
    private final DecodingSchema decoder = new DecodingSchema(EventLog.PREFIX, EventOptions.of(Forces.any()));
    private final Map<Byte, PartitionClock> clocks = new HashMap<>();
    private final Map<String, long[]> counts = new HashMap<>();
    private final Map<String, CaseState> cases = new HashMap<>();
    private final Map<String, PersonState> persons = new HashMap<>();
    private final SubjectDeltas entries;
    private final PersonUpdates updates;
    private final PersonDeltas ofPersons;
    private final FieldWriter writer = new FieldWriter();
    private final ForcePanes panes;
    private final ForceEstimates estimates;
    private long posted;
    private long rows;

    public CoreRun(Catalogue catalogue, Stage stage) {
        this.stage = stage;
        this.entries = new SubjectDeltas(catalogue);
        this.updates = new PersonUpdates(catalogue);
        this.ofPersons = new PersonDeltas(catalogue);
        this.panes = new ForcePanes(catalogue);
        this.estimates = new ForceEstimates(catalogue, panes);
        decoder.open(null);
    }

    /** Takes what comes next; each topic has one partition. */
    public void play(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            decoder.deserialize(record, this);
        }
    }

    @Override
    public void collect(DecodedRecord record) {
        if (stage == Stage.COUNT && !record.progress) {
            counts.computeIfAbsent(record.subject, subject -> new long[1])[0]++;
        }
        if (!stage.reaches(Stage.CASES)) {
            return;
        }
        PartitionClock clock =
                clocks.computeIfAbsent(record.stream, stream -> new PartitionClock(PartitionClock.UNSET));
        if (record.progress) {
            clock.progress(record.changedAt);
            publish();
        } else {
            Version version = record.version;
            version.knownAt = clock.admit(record.changedAt);
            take(record.subject, version);
        }
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
        return cases.size();
    }

    /** The mean size of a case in a checkpoint, without its key. */
    double bytesPerCase() {
        TypeSerializer<CaseState> serializer =
                RecordType.<CaseState>ofClass(CaseState.class).serializer();
        DataOutputSerializer out = new DataOutputSerializer(1 << 20);
        long bytes = 0;
        try {
            for (CaseState state : cases.values()) {
                out.clear();
                serializer.serialize(state, out);
                bytes += out.length();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a write to memory failed", e);
        }
        return (double) bytes / cases.size();
    }

    private void take(String subject, Version version) {
        CaseState before = cases.get(subject);
        CaseState after = (before == null ? new CaseState() : before).with(version);
        if (after == before) {
            return;
        }
        cases.put(subject, after);
        if (!stage.reaches(Stage.DELTAS)) {
            return;
        }
        post(entries.of(before, after, version.knownAt));
        if (stage.reaches(Stage.PERSONS)) {
            updates.of(subject, before, after).forEach(this::tell);
        }
    }

    private void tell(PersonUpdate update) {
        String key = (update.place ? "place/" : "person/") + update.person;
        PersonState before = persons.getOrDefault(key, new PersonState());
        PersonState after = before.with(update);
        persons.put(key, after);
        post(ofPersons.of(before, after, update));
    }

    private void post(List<DeltaEntry> caused) {
        posted += caused.size();
        if (stage.reaches(Stage.PANES)) {
            for (PackedEntries packed : PackedEntries.of(caused, writer)) {
                panes.add(packed);
            }
        }
    }

    private void publish() {
        long watermark =
                clocks.values().stream().mapToLong(PartitionClock::now).min().orElseThrow();
        while (panes.nextCutOff() != ForcePanes.NONE && LondonDays.startOf(panes.nextCutOff()) <= watermark) {
            panes.advance();
            estimates.advance();
            panes.followUp().forgetChanges();
            if (stage.reaches(Stage.ROWS)) {
                rows += panes.rows(new RowPolicy(Integer.MAX_VALUE, RowPolicy.Totals.DAILY)).count;
            }
        }
    }
}
