package vaiwg.jobs.knowledge;

import java.util.HashMap;
import java.util.Map;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;

/**
 * From when each event is known, to whose subject it goes, and what panes are told beside figures: the rules of admission, whoever keeps the
 * clocks of partitions and carries what is sent. For one thread.
 */
public final class Admission {
    private static final EventStream[] STREAMS = EventStream.values();

    private final Outputs outputs;
    private final ArrivalCounts arrivals = new ArrivalCounts();
    /** The least knowledge time told of each force's kinds of record by each source; forgotten with the task, and then told again, which changes nothing. */
    private final Map<String, Long[][]> told = new HashMap<>();

    /** Where it goes. */
    public interface Outputs {
        /** An event, with its knowledge time, to the subjects of its type. */
        void event(SubjectType type, DecodedRecord event);

        /** From when on a force has events of a source and kind, how many of each stream, and notes on its signals. */
        void marker(Delta marker);

        /** An owner's note with its words. */
        void note(OwnerNote note);

        /** After all that an event that counts sends. */
        void admitted(DecodedRecord record);

        /** One that its partition's clock had passed, after that. */
        void late(DecodedRecord record, long knowledgeTime);

        void rejected(DecodedRecord record);

        /** A progress record, after it has moved its partition's clock; where control totals are compared. */
        default void progressed(DecodedRecord progress, PartitionClock clock) {}

        /** A progress record that is dated ahead, and not believed. */
        void ahead(DecodedRecord progress);
    }

    public Admission(Outputs outputs) {
        this.outputs = outputs;
    }

    /** @param clock of the record's partition, which it moves */
    public void take(DecodedRecord record, PartitionClock clock) {
        if (!record.progress) {
            admit(record, clock);
        } else if (record.believed) {
            clock.progress(record.changedAt);
            outputs.progressed(record, clock);
        } else {
            outputs.ahead(record);
        }
    }

    /** Tells how many records came since it was last asked: before a day ends, all that became known on it. */
    public void tellArrivals() {
        arrivals.tell(outputs::marker);
    }

    private void admit(DecodedRecord record, PartitionClock clock) {
        if (record.rejected != null) {
            outputs.rejected(record);
            return;
        }
        boolean late = clock.isLate(record.changedAt);
        long knowledgeTime = clock.admit(record.changedAt);
        if (record.note == null) {
            sendToSubject(record, knowledgeTime);
            sendOrigin(record, knowledgeTime);
            arrivals.add(record.force, record.stream, knowledgeTime);
        } else {
            sendNote(record.note, knowledgeTime);
        }
        outputs.admitted(record);
        if (late) {
            outputs.late(record, knowledgeTime);
        }
    }

    private void sendToSubject(DecodedRecord event, long knowledgeTime) {
        event.version.knownAt = knowledgeTime;
        outputs.event(SubjectType.of(event.version.versionKind()), event);
        if (event.ofCase != null) {
            sendToSubject(event.ofCase, knowledgeTime);
        }
    }

    /** A note says nothing of the world that is counted: it is no source of figures, and makes no force known. */
    private void sendNote(OwnerNote note, long knowledgeTime) {
        note.version.knownAt = knowledgeTime;
        outputs.note(note);
        outputs.marker(Delta.ofNote(note.force, note.version));
    }

    /** Of every event that is counted, also of one that changes no figure: what kind a snapshot is must not depend on which came first. */
    private void sendOrigin(DecodedRecord record, long knowledgeTime) {
        sendOrigin(record, RecordKind.of(STREAMS[record.stream]), knowledgeTime);
        Duty.of(record.version).ifPresent(duty -> sendOrigin(record, RecordKind.of(duty), knowledgeTime));
    }

    private void sendOrigin(DecodedRecord record, RecordKind kind, long knowledgeTime) {
        Long[] ofKind = told.computeIfAbsent(record.force, force -> new Long[RecordKind.ROOM][Source.values().length])[
                kind.number()];
        if (ofKind[record.source] == null || knowledgeTime < ofKind[record.source]) {
            ofKind[record.source] = knowledgeTime;
            outputs.marker(Delta.ofOrigin(record.force, record.source, kind, knowledgeTime));
        }
    }
}
