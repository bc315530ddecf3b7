package vaiwg.kpis.panes;

import vaiwg.kpis.attrition.Cause;
import vaiwg.kpis.attrition.Exit;

/**
 * What happened in a life on one day as a whole number, under which its times are counted in state: 0 where it began, else the cause
 * of its end, the age, and how long the end was not known. Ages beyond 179 years and delays beyond 11 years are taken as these.
 */
final class LifeCode {
    static final int BEGINS = 0;

    private static final Cause[] CAUSES = Cause.values();
    private static final int CAUSE_BITS = 3;
    private static final int DELAY_BITS = 12;
    private static final int AGE_BITS = 16;

    private LifeCode() {}

    static int ends(int age, int delay, Cause cause) {
        int age16 = Math.min(age, (1 << AGE_BITS) - 1);
        int delay12 = Math.min(delay, (1 << DELAY_BITS) - 1);
        return (age16 << DELAY_BITS | delay12) << CAUSE_BITS | cause.ordinal() + 1;
    }

    /** The exit that a number other than {@link #BEGINS} tells of. */
    static Exit exit(int day, int number) {
        Cause cause = CAUSES[(number & (1 << CAUSE_BITS) - 1) - 1];
        int delay = number >>> CAUSE_BITS & (1 << DELAY_BITS) - 1;
        int age = number >>> (CAUSE_BITS + DELAY_BITS);
        return new Exit(day - age, day, cause, day + delay);
    }
}
