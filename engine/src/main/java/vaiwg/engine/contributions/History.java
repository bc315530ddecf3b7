package vaiwg.engine.contributions;

/** A subject as a function of what was known when: the instants at which it changed, and its contributions as known at each. */
interface History {
    /**
     * The knowledge times of the subject's versions, in any order, possibly repeated; an array of the caller's own.
     *
     * @param from those before the last one that is less may be left out
     */
    long[] knowledgeTimes(long from);

    /** What it contributes as known at an instant: from all versions with {@code knownAt <= instant}, whichever arrived first. */
    Known knownAt(long instant);

    /**
     * Likewise, where nothing became known between another instant and this one.
     *
     * @param before what it contributed as known at that instant: what has not changed since need not be judged again
     */
    default Known knownAt(long instant, Known before) {
        return knownAt(instant);
    }

    /** Why the subject's own record changed at an instant, whichever version arrived first. */
    default RevisionCause causeAt(long instant) {
        return RevisionCause.OTHER_RECORD;
    }
}
