package vaiwg.kpis.signatures;

import vaiwg.kpis.catalogue.Lane;

/**
 * What a subject, as known at an instant, contributes in one lane to all measures at once.
 *
 * @param day the pane day
 * @param recordedDay the day on which the crime was recorded, for its exit from stocks; the pane day elsewhere
 * @param notBefore it counts from this instant on even if known earlier; {@link Long#MIN_VALUE} where it counts at once
 * @param tuple the slice tuple
 * @param quantity the quantity's number in a lane of quantities, else 0
 * @param part bits of the lane's columns in whose numerator it is
 * @param whole bits of those in whose denominator it is
 */
record Signature(
        Lane lane, int day, int recordedDay, long notBefore, long tuple, int quantity, long[] part, long[] whole) {
    static final long AT_ONCE = Long.MIN_VALUE;

    boolean isEmpty() {
        for (int i = 0; i < part.length; i++) {
            if ((part[i] | whole[i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
