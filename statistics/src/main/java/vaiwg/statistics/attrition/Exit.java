package vaiwg.statistics.attrition;

import vaiwg.kpis.reference.Cause;

/**
 * A case that is open no longer.
 *
 * @param recorded the day on which the crime was recorded
 * @param day the day on which it left the open cases, not before it was recorded
 * @param cause for which cause
 * @param known the day from whose end on this exit has been known, with this day and this cause
 */
public record Exit(int recorded, int day, Cause cause, int known) {
    /** An exit dated before the crime was recorded happened at age 0. */
    public Exit {
        day = Math.max(day, recorded);
    }

    /** How old the case was: 0 on the day of recording. */
    public int age() {
        return day - recorded;
    }

    /** How long it was not known; 0 where it was entered ahead of its date. */
    public int delay() {
        return Math.max(0, known - day);
    }
}
