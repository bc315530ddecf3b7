package vaiwg.kpis.cases;

import vaiwg.kpis.fields.FieldRecord;

/** All that is kept of one subject of events: every version that arrived. Immutable, so that state may share its arrays. */
public sealed interface Subject extends FieldRecord permits CaseState, VersionLog {
    /** The primary kind of its versions: for a case that of the crime, else that of all. */
    VersionKind kind();

    /** This subject with one more event; this object itself where the event changes nothing. */
    Subject with(Version event);

    /** How an event stands to what is there. */
    Versions.VersionStatus statusOf(Version event);

    /** Whether a version of the same number, of the same thing, is there: what says the same once more is no further record. */
    default boolean hasVersionOf(Version event) {
        for (int place = 0; place < streams(); place++) {
            for (Version known : stream(place)) {
                if (known.versionKind() == event.versionKind() && known.isSameVersion(event)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The number of streams that its versions come from. */
    int streams();

    /** All versions of a stream, by its place in an order that is always the same. */
    Version[] stream(int place);

    /**
     * The earliest knowledge time at which this subject can say something else than it did before an event; {@link Long#MAX_VALUE} where it
     * never does.
     */
    default long differsFrom(Subject before) {
        long earliest = Long.MAX_VALUE;
        for (int place = 0; place < streams(); place++) {
            earliest = Math.min(earliest, Versions.earliestDifference(stream(place), before.stream(place)));
        }
        return earliest;
    }

    /** Gives up what was worked out of its versions and kept with them in memory: it is worked out again when it is asked. */
    default void forgetWhatFollows() {
        // Most kinds of versions are asked directly.
    }

    /** The last knowledge time of any version; {@link Long#MIN_VALUE} where there is none. */
    default long lastKnowledgeTime() {
        long last = Long.MIN_VALUE;
        for (int place = 0; place < streams(); place++) {
            last = Math.max(last, Versions.lastKnowledgeTime(stream(place)));
        }
        return last;
    }
}
