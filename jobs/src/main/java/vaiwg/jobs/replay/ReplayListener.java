package vaiwg.jobs.replay;

import java.util.List;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.PersonUpdate;

/** What is to be heard of a replay. What is handed over is not changed, and may be kept. */
public interface ReplayListener {
    /**
     * A record is used, with its knowledge time: after what it causes, or before that where snapshots are taken. Not one that no subject of its
     * own has room for.
     */
    default void admitted(DecodedRecord record) {
        // Most want what it causes.
    }

    /** A record is rejected: by a rule of reading, or since its subject has too many of its stream. */
    default void rejected(DecodedRecord record) {
        // It is in no figure.
    }

    /** What an event of a subject adds to figures, or takes from them; where snapshots are taken, in their thread. */
    default void ofSubject(SubjectType type, DecodedRecord event, List<DeltaEntry> entries) {
        // Only who explains figures keeps it.
    }

    /**
     * What an event adds to figures of a person or place whom its record names, or takes from them; likewise, and after that of the subject.
     *
     * @param type of the event's own subject
     */
    default void ofPerson(SubjectType type, DecodedRecord event, PersonUpdate update, List<DeltaEntry> entries) {
        // Likewise.
    }

    /**
     * What is published at a midnight; those of one force in their order. In another thread than records that are used or rejected, which may be
     * further then: after what is known at the midnight, and perhaps after some of what is known later.
     */
    default void snapshot(Snapshot snapshot) {
        // Only who compares figures wants it.
    }
}
