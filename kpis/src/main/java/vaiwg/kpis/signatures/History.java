package vaiwg.kpis.signatures;

import java.util.List;

/** A subject as a function of what was known when: the instants at which it changed, and its signatures as known at each. */
interface History {
    /** Every stamp of the subject's versions, in any order, possibly repeated. */
    long[] stamps();

    /** The signatures as known at an instant: from all versions with {@code admittedAt <= instant}, whichever arrived first. */
    List<Signature> knownAt(long instant);
}
