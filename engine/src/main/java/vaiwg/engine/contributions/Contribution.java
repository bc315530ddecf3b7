package vaiwg.engine.contributions;

import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.reference.Cause;

/**
 * What a subject, as known at an instant, contributes in one contribution type to all measures at once.
 *
 * @param day the pane day
 * @param recordedDay the day on which the crime was recorded, for its exit from stocks; of a step in a stock the day from which its age
 *     counts; the pane day elsewhere
 * @param notBefore it counts from this instant on even if known earlier; {@link Long#MIN_VALUE} where it counts at once
 * @param dimensionKey the dimension key
 * @param quantity the quantities' numbers in a contribution type of quantities, packed; of a crime that left, how long that was not known
 * @param life whether it begins to be open on the pane day ({@link #BEGINS}), or leaves then ({@link #leaves}), or 0
 * @param numerator bits of the contribution type's columns in whose numerator it is; never changed
 * @param denominator bits of those in whose denominator it is; never changed
 */
record Contribution(
        ContributionType contributionType,
        int day,
        int recordedDay,
        long notBefore,
        long dimensionKey,
        long quantity,
        byte life,
        long[] numerator,
        long[] denominator) {
    static final long AT_ONCE = Long.MIN_VALUE;

    static final byte BEGINS = 1;

    /** Of a contribution type without columns. */
    static final long[] NO_BITS = {};

    /** The bit that tells that a crime left for a cause. */
    static byte leaves(Cause cause) {
        return (byte) (2 << cause.ordinal());
    }

    /**
     * Whether this one, which holds until a knowledge time, and another, which holds from it on, bear on the same cells from the same instant on and
     * for the same cause. What was due at the knowledge time itself goes as that, and the other comes because of the event.
     */
    boolean isAtPlaceOf(Contribution other, long knowledgeTime) {
        return contributionType == other.contributionType
                && day == other.day
                && recordedDay == other.recordedDay
                && dimensionKey == other.dimensionKey
                && quantity == other.quantity
                && Math.max(knowledgeTime, notBefore) == Math.max(knowledgeTime, other.notBefore)
                && (notBefore >= knowledgeTime) == (other.notBefore > knowledgeTime);
    }

    /** Whether it says anything that another one, if there is one, does not say. */
    boolean saysMoreThan(Contribution other) {
        if (other == null) {
            return !isEmpty();
        }
        if (other == this) {
            return false;
        }
        if ((life & ~other.life) != 0) {
            return true;
        }
        for (int i = 0; i < numerator.length; i++) {
            if ((numerator[i] & ~other.numerator[i] | denominator[i] & ~other.denominator[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return isEmpty(life, numerator, denominator);
    }

    /** Whether this says nothing: neither of a life nor in any column. */
    static boolean isEmpty(byte life, long[] numerator, long[] denominator) {
        if (life != 0) {
            return false;
        }
        for (int i = 0; i < numerator.length; i++) {
            if ((numerator[i] | denominator[i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
