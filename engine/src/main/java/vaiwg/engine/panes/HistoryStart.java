package vaiwg.engine.panes;

/**
 * Where the published history of a force starts. It starts at the first subject (a case, an order, a perpetrator, …); but one that
 * has fewer than {@link #ENOUGH} subjects and for {@link #QUIET_DAYS} days no new one is dormant, and starts again at the next
 * new subject. So a stray record with a date of long ago does not decide what is published years later.
 *
 * <p>Subjects are counted at the cut-off at which they are first known: a function of the log, in whatever order it is read.
 */
final class HistoryStart {
    /** A history of so many subjects is never dormant. */
    static final int ENOUGH = 10;
    /**
     * More than a month, so that records that come once a month are one history. A history that becomes dormant is at most 315 days
     * old: no chart has its twelve blocks by then, and no alarm its reference year, so no signal of it can be current.
     */
    static final int QUIET_DAYS = 35;

    private int from = ForcePanes.NONE;
    /** Subjects since the start, {@link #ENOUGH} where they are as many or more. */
    private int subjects;
    /** The last cut-off with a new subject. */
    private int newest;

    /** The day before the first cut-off of the history, or {@link ForcePanes#NONE} before that. */
    int from() {
        return from;
    }

    /** Whether it matters still how many subjects a cut-off brings. */
    boolean isCounting() {
        return subjects < ENOUGH;
    }

    boolean isDormant(int cutOff) {
        return isCounting() && cutOff - newest > QUIET_DAYS;
    }

    /** What a cut-off, the first or the one after the last, means for the history. */
    HistoryStep step(int cutOff, int newSubjects) {
        if (from == ForcePanes.NONE) {
            return HistoryStep.STARTS;
        }
        if (!isDormant(cutOff)) {
            return HistoryStep.CONTINUES;
        }
        return newSubjects > 0 ? HistoryStep.STARTS : HistoryStep.DORMANT;
    }

    HistoryStep advanceTo(int cutOff, int newSubjects) {
        HistoryStep step = step(cutOff, newSubjects);
        if (step == HistoryStep.STARTS) {
            from = cutOff - 1;
            subjects = 0;
        }
        if (step == HistoryStep.STARTS || newSubjects > 0) {
            newest = cutOff;
            subjects = Math.min(ENOUGH, subjects + newSubjects);
        }
        return step;
    }

    /** What {@link #restore} needs beside {@link #from}. */
    int[] toArray() {
        return new int[] {subjects, newest};
    }

    /** @param stored by {@link #toArray}; empty where an earlier build stored nothing: then the history is never dormant */
    void restore(int storedFrom, int[] stored) {
        from = storedFrom;
        if (stored.length > 0) {
            subjects = stored[0];
            newest = stored[1];
        } else {
            subjects = storedFrom == ForcePanes.NONE ? 0 : ENOUGH;
        }
    }
}
