package vaiwg.kpis.cases;

import java.util.Arrays;
import java.util.UUID;
import vaiwg.kpis.fields.FieldList;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.Fields;

/**
 * One version of a record as its source system sent it, with the knowledge time of when it became known. Fields are public and flat
 * because these objects are state: what is here is what a checkpoint holds. Once stamped, a version is never changed: state, messages
 * and checkpoints share it.
 */
public abstract sealed class Version implements FieldRecord
        permits CrimeVersion, OutcomeVersion, StepVersion, CaseStep, RecordVersion, ConductVersion, NoteVersion {
    /** What one of two versions says that are compared: most events are compared with the version before them. */
    private static final ThreadLocal<FieldList> SAID = ThreadLocal.withInitial(FieldList::new);

    /** Rises by change, per subject and stream. */
    public long version;
    /** When the source system made the change, epoch milliseconds. */
    public long changedAt;
    /** The event's UUID, which orders conflicting versions that are otherwise alike. */
    public long eventHigh;

    public long eventLow;
    /** When it is known, epoch milliseconds: decided once, next to the source. Known at t means {@code knownAt <= t}. */
    public long knownAt;
    /** What it keeps of the counted fields of its record ({@link CountedFields#kept}); the array is never changed. */
    public long[] counted = CountedFields.empty();

    /**
     * Whether this version is current where both are known: the higher version, then the later change, then the event id. Two events
     * alike in all of these, which no producer should send, are told apart by what they say: arrival never decides.
     */
    public boolean supersedes(Version other) {
        if (version != other.version) {
            return version > other.version;
        }
        if (changedAt != other.changedAt) {
            return changedAt > other.changedAt;
        }
        int event = compareEvents(other);
        return event != 0 ? event > 0 : Arrays.compare(contentList(), other.contentList()) > 0;
    }

    /** Which of several things of the subject it is a version of; 0 where there is one only, its number where it stands for itself. */
    long thing() {
        return 0;
    }

    /** Holds what it has in an array together with another version of the subject that has the same. */
    void shareWith(Version other) {
        counted = Arrays.equals(counted, other.counted) ? other.counted : counted;
    }

    /** When its record came by a live feed, epoch milliseconds; 0 where that is not kept. */
    long receivedAt() {
        return 0;
    }

    /** Whether both bear one version number of one thing: at most one of them wins. */
    final boolean isSameVersion(Version other) {
        return version == other.version && thing() == other.thing();
    }

    public UUID eventId() {
        return new UUID(eventHigh, eventLow);
    }

    /** Whether both are copies of one event. */
    public boolean isCopyOf(Version other) {
        return isSameVersion(other) && changedAt == other.changedAt && compareEvents(other) == 0;
    }

    /** Whether both say the same of the subject, whatever event carried it. */
    public final boolean hasSameContent(Version other) {
        if (getClass() != other.getClass() || !Arrays.equals(counted, other.counted)) {
            return false;
        }
        FieldList list = SAID.get();
        list.begin();
        content(list);
        list.compare();
        other.content(list);
        return list.isSame();
    }

    public abstract VersionKind versionKind();

    /** Passes what it says of the subject, but for its counted fields. */
    abstract void content(Fields fields);

    private void says(Fields fields) {
        content(fields);
        counted = versionKind().counted().pass(counted, fields, changedAt);
    }

    /** Passes the content after what all versions have. */
    @Override
    public void pass(Fields fields) {
        version = fields.number(version);
        changedAt = fields.instant(changedAt, 0);
        eventHigh = fields.bits(eventHigh);
        eventLow = fields.bits(eventLow);
        knownAt = fields.instant(knownAt, changedAt);
        says(fields);
    }

    private long[] contentList() {
        FieldList list = new FieldList();
        says(list);
        return list.values();
    }

    private int compareEvents(Version other) {
        int high = Long.compareUnsigned(eventHigh, other.eventHigh);
        return high != 0 ? high : Long.compareUnsigned(eventLow, other.eventLow);
    }
}
