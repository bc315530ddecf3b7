package vaiwg.engine.contributions;

import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.Versions;

/** A subject as a function of what was known when: the instants at which it changed, and its contributions as known at each. */
interface History {
    /** All that is kept of the subject. */
    Subject state();

    /**
     * The knowledge times of the subject's versions, in any order, possibly repeated; an array of the caller's own.
     *
     * @param from those before the last one that is less may be left out
     */
    default long[] knowledgeTimes(long from) {
        Version[][] streams = new Version[state().streams()][];
        for (int place = 0; place < streams.length; place++) {
            streams[place] = state().stream(place);
        }
        return Versions.knowledgeTimes(from, streams);
    }

    /** What it contributes as known at an instant: from all versions with {@code knownAt <= instant}, whichever arrived first. */
    Known knownAt(long instant);

    /**
     * Likewise, where it is known what the subject contributed with these or other versions: what is so at this instant, too, need not be judged
     * again.
     *
     * @param near as known at this instant or an earlier one
     */
    default Known knownAt(long instant, Known near) {
        return knownAt(instant);
    }

    /**
     * Likewise, where two such are known.
     *
     * @param near looked at first
     * @param other looked at where nothing follows from the first
     */
    default Known knownAt(long instant, Known near, Known other) {
        return knownAt(instant);
    }

    /** Why the subject's own record changed at an instant, whichever version arrived first. */
    default RevisionCause causeAt(long instant) {
        return RevisionCause.OTHER_RECORD;
    }
}
