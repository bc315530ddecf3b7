package vaiwg.jobs.subjects;

import java.util.List;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PersonUpdates;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Versions;

/**
 * What an event makes of its subject, and what it causes: the rules of subjects, whoever keeps them. For one thread.
 *
 * @param entries what changes of subjects cause
 * @param updates what they tell persons and places
 */
public record SubjectEvents(SubjectType type, SubjectDeltas entries, PersonUpdates updates) {
    /** What is told of an event. */
    public interface Outputs {
        /** First of all, how it stands to what is there; of one that is not kept nothing else is told. */
        void arrived(DecodedRecord event, Subject known, Versions.VersionStatus status);

        /** The delta entries that it causes, where there are any. */
        void caused(DecodedRecord event, List<DeltaEntry> caused);

        /** What it tells a person or place, after these. */
        void tells(DecodedRecord event, PersonUpdate update);
    }

    /**
     * The subject with one more event; null where it stays what it was.
     *
     * @param before null where the subject is new
     * @param event with its knowledge time
     */
    public Subject take(Subject before, DecodedRecord event, Outputs outputs) {
        Subject known = before == null ? type.unknown() : before;
        Versions.VersionStatus status = known.statusOf(event.version);
        outputs.arrived(event, known, status);
        if (status == Versions.VersionStatus.TOO_MANY) {
            return null;
        }
        Subject after = known.with(event.version);
        if (after == known) {
            return null;
        }
        List<DeltaEntry> caused = entries.of(before, after, event.version.knownAt);
        if (!caused.isEmpty()) {
            outputs.caused(event, caused);
        }
        for (PersonUpdate update : updates.of(event.subject, before, after)) {
            update.force = event.force;
            update.source = event.source;
            outputs.tells(event, update);
        }
        return after;
    }
}
