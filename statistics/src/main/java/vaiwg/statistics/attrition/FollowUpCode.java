package vaiwg.statistics.attrition;

import vaiwg.kpis.reference.Cause;

/**
 * What happened in a life on one day as a whole number, under which its times are counted in state: 0 where it began, else the cause
 * of its end, the age, and how long the end was not known. Ages beyond 179 years and delays beyond 11 years are taken as these.
 */
public final class FollowUpCode {
    public static final int BEGINS = 0;

    private static final int CAUSE_BITS = 3;
    private static final int DELAY_BITS = 12;
    private static final int AGE_BITS = 16;

    private FollowUpCode() {}

    public static int ends(int age, int delay, Cause cause) {
        int age16 = Math.min(age, (1 << AGE_BITS) - 1);
        int delay12 = Math.min(delay, (1 << DELAY_BITS) - 1);
        return (age16 << DELAY_BITS | delay12) << CAUSE_BITS | cause.ordinal() + 1;
    }

    static int of(Exit exit) {
        return ends(exit.age(), exit.delay(), exit.cause());
    }

    static Cause cause(int number) {
        return Cause.of((number & (1 << CAUSE_BITS) - 1) - 1);
    }

    static int age(int number) {
        return number >>> (CAUSE_BITS + DELAY_BITS);
    }

    /** The exit that a number other than {@link #BEGINS} tells of. */
    public static Exit exit(int day, int number) {
        int delay = number >>> CAUSE_BITS & (1 << DELAY_BITS) - 1;
        return new Exit(day - age(number), day, cause(number), day + delay);
    }
}
