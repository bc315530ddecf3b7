package vaiwg.engine.signatures;

import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.reference.Cause;

/**
 * What a subject, as known at an instant, contributes in one lane to all measures at once.
 *
 * @param day the pane day
 * @param recordedDay the day on which the crime was recorded, for its exit from stocks; the pane day elsewhere
 * @param notBefore it counts from this instant on even if known earlier; {@link Long#MIN_VALUE} where it counts at once
 * @param tuple the slice tuple
 * @param quantity the quantities' numbers in a lane of quantities, packed; of a crime that left, how long that was not known
 * @param life whether it begins to be open on the pane day ({@link #BEGINS}), or leaves then ({@link #leaves}), or 0
 * @param part bits of the lane's columns in whose numerator it is
 * @param whole bits of those in whose denominator it is
 */
record Signature(
        Lane lane,
        int day,
        int recordedDay,
        long notBefore,
        long tuple,
        long quantity,
        byte life,
        long[] part,
        long[] whole) {
    static final long AT_ONCE = Long.MIN_VALUE;

    static final byte BEGINS = 1;

    /** The bit that tells that a crime left for a cause. */
    static byte leaves(Cause cause) {
        return (byte) (2 << cause.ordinal());
    }

    /** The same, telling of a life too. */
    Signature telling(byte ofLife, int delay) {
        return new Signature(lane, day, recordedDay, notBefore, tuple, delay, ofLife, part, whole);
    }

    /** The same, counting only from an instant on. */
    Signature notBefore(long instant) {
        return new Signature(lane, day, recordedDay, instant, tuple, quantity, life, part, whole);
    }

    /**
     * Whether this one, which holds until a stamp, and another, which holds from it on, bear on the same cells from the same instant on and
     * for the same cause. What was due at the stamp itself goes as that, and the other comes because of the event.
     */
    boolean isAtPlaceOf(Signature other, long stamp) {
        return lane == other.lane
                && day == other.day
                && recordedDay == other.recordedDay
                && tuple == other.tuple
                && quantity == other.quantity
                && Math.max(stamp, notBefore) == Math.max(stamp, other.notBefore)
                && (notBefore >= stamp) == (other.notBefore > stamp);
    }

    /** Whether it says anything that another one, if there is one, does not say. */
    boolean saysMoreThan(Signature other) {
        if (other == null) {
            return !isEmpty();
        }
        if ((life & ~other.life) != 0) {
            return true;
        }
        for (int i = 0; i < part.length; i++) {
            if ((part[i] & ~other.part[i] | whole[i] & ~other.whole[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        if (life != 0) {
            return false;
        }
        for (int i = 0; i < part.length; i++) {
            if ((part[i] | whole[i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
