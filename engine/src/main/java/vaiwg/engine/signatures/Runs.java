package vaiwg.engine.signatures;

import java.util.List;
import vaiwg.kpis.catalogue.Lane;

/**
 * Turns what counts before and after a change, day after day, into postings: one for each run of days on which the same columns came, and
 * one on which the same went.
 */
final class Runs {
    private final List<Posting> postings;
    private final Lane lane;
    private final long enters;
    private long tuple;
    private int from;
    private int to;
    private long partCame;
    private long wholeCame;
    private long partWent;
    private long wholeWent;

    /** @param enters from which instant on the change counts */
    Runs(List<Posting> postings, Lane lane, long enters) {
        this.postings = postings;
        this.lane = lane;
        this.enters = enters;
    }

    /**
     * The day on which a run ends, which lies after its first.
     *
     * @throws IllegalStateException where it does not: whoever asks would go on for ever
     */
    static int after(int day, int end) {
        if (end <= day) {
            throw new IllegalStateException("a run of days that begins on day " + day + " ends on day " + end);
        }
        return end;
    }

    /** Begins anew, in other slices. */
    void begin(long slices) {
        end();
        tuple = slices;
    }

    /** Says what counts from one day to before another one; days come in ascending order. */
    void add(int day, int next, PersonLane.Bits before, PersonLane.Bits after) {
        long newPart = after.part & ~before.part;
        long newWhole = after.whole & ~before.whole;
        long oldPart = before.part & ~after.part;
        long oldWhole = before.whole & ~after.whole;
        if (day == to && newPart == partCame && newWhole == wholeCame && oldPart == partWent && oldWhole == wholeWent) {
            to = next;
            return;
        }
        end();
        from = day;
        to = next;
        partCame = newPart;
        wholeCame = newWhole;
        partWent = oldPart;
        wholeWent = oldWhole;
    }

    /** Ends the last run. */
    void end() {
        post(1, partCame, wholeCame);
        post(-1, partWent, wholeWent);
        partCame = 0;
        wholeCame = 0;
        partWent = 0;
        wholeWent = 0;
    }

    private void post(int sign, long part, long whole) {
        if ((part | whole) != 0) {
            postings.add(posting(lane, from, to - from, tuple, enters, sign, part, whole));
        }
    }

    /** @param days for how many days from the pane day on it counts, 0 where it is of one day */
    static Posting posting(Lane lane, int day, int days, long tuple, long enters, int sign, long part, long whole) {
        Posting posting = new Posting();
        posting.lane = (byte) lane.ordinal();
        posting.day = day;
        posting.recordedDay = day;
        posting.enters = enters;
        posting.tuple = tuple;
        posting.quantity = days;
        posting.sign = (byte) sign;
        posting.cause = (byte) RevisionCause.OTHER_RECORD.ordinal();
        posting.part = new long[] {part};
        posting.whole = new long[] {whole};
        return posting;
    }
}
