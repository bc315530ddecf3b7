package vaiwg.engine.signatures;

import java.util.List;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.fields.Fields;
import vaiwg.kpis.reference.Cause;

/**
 * A signature difference: bits that came to, or went from, the panes of a force, of one lane, day and slice tuple. Fields are public and
 * flat because it crosses the network, within a {@link Delta}.
 */
public final class Posting {
    /** Before the first of a delta. */
    static final Posting NOTHING = new Posting();

    /** Ordinal of the {@link Lane}. */
    public byte lane;
    /** The pane day. */
    public int day;
    /** Day of recording of a crime that leaves a stock; the pane day elsewhere. */
    public int recordedDay;
    /** From which instant on it counts, epoch milliseconds: in every snapshot at or after it. */
    public long enters;
    /** The slice tuple. */
    public long tuple;
    /** The quantities' numbers in a lane of quantities, packed; of a crime that left, how long that was not known, in days or months. */
    public long quantity;
    /** What it tells of a crime's life: {@link #begins}, {@link #leavesFor}. */
    public byte life;
    /** +1 where the bits came, -1 where they went; of a marker see {@link #marker}. */
    public byte sign;
    /** Ordinal of the {@link RevisionCause}: why what was known before changes. */
    public byte cause;
    /** Bits of numerators. */
    public long[] part;
    /** Bits of denominators. */
    public long[] whole;

    public Posting() {}

    Posting(Signature signature, long enters, int sign) {
        this.lane = (byte) signature.lane().ordinal();
        this.day = signature.day();
        this.recordedDay = signature.recordedDay();
        this.enters = enters;
        this.tuple = signature.tuple();
        this.quantity = signature.quantity();
        this.life = signature.life();
        this.sign = (byte) sign;
        this.cause = (byte) RevisionCause.OTHER_RECORD.ordinal();
        this.part = signature.part().clone();
        this.whole = signature.whole().clone();
    }

    /**
     * Adds to a list the posting of what a signature says beyond another one at the same place, if anything.
     *
     * @param other null where there is none
     */
    static void addMore(
            Signature signature, Signature other, long enters, int sign, RevisionCause why, List<Posting> postings) {
        if (!signature.saysMoreThan(other)) {
            return;
        }
        Posting posting = new Posting(signature, enters, sign).because(why);
        if (other != null) {
            posting.life &= (byte) ~other.life();
            for (int i = 0; i < posting.part.length; i++) {
                posting.part[i] &= ~other.part()[i];
                posting.whole[i] &= ~other.whole()[i];
            }
        }
        postings.add(posting);
    }

    /** Says why, of a posting that nobody else has yet; gives itself. */
    Posting because(RevisionCause why) {
        cause = (byte) why.ordinal();
        return this;
    }

    /** Another with the same fields. */
    public Posting copy() {
        Posting copy = new Posting();
        copy.lane = lane;
        copy.day = day;
        copy.recordedDay = recordedDay;
        copy.enters = enters;
        copy.tuple = tuple;
        copy.quantity = quantity;
        copy.life = life;
        copy.sign = sign;
        copy.cause = cause;
        copy.part = part.clone();
        copy.whole = whole.clone();
        return copy;
    }

    /** The posting that undoes this one from a later instant on. */
    Posting takenBackAt(long instant) {
        Posting opposite = copy();
        opposite.enters = instant;
        opposite.sign = (byte) -sign;
        return opposite;
    }

    /**
     * A posting without figures: the force is known from this instant on.
     *
     * @param sign +1 where a subject is known from this instant on, -1 where it is known from an earlier one after all, 0 where it says
     *     nothing of a subject
     */
    static Posting marker(long enters, int sign) {
        Posting marker = new Posting();
        marker.lane = (byte) Lane.MARKER.ordinal();
        marker.enters = enters;
        marker.sign = (byte) sign;
        marker.part = new long[0];
        marker.whole = new long[0];
        return marker;
    }

    /** Whether the crime begins to be open on the pane day. */
    public boolean begins() {
        return (life & Signature.BEGINS) != 0;
    }

    /** Whether the crime is open no longer from the pane day on, for a cause. */
    public boolean leavesFor(Cause cause) {
        return (life & Signature.leaves(cause)) != 0;
    }

    /** Whether it bears no figures and only marks from when something is known. */
    public boolean isMarker() {
        return lane == Lane.MARKER.ordinal();
    }

    boolean isAtSamePlaceAs(Posting other) {
        return lane == other.lane
                && day == other.day
                && recordedDay == other.recordedDay
                && enters == other.enters
                && tuple == other.tuple
                && quantity == other.quantity
                && cause == other.cause;
    }

    /** What is equal for postings {@link #isAtSamePlaceAs at the same place}, and for no others. */
    Object place() {
        return List.of(lane, day, recordedDay, enters, tuple, quantity, cause);
    }

    /** Takes out of both what one adds and the other takes away. */
    void cancelAgainst(Posting other) {
        cancel(part, other.part);
        cancel(whole, other.whole);
        int common = life & other.life;
        life ^= (byte) common;
        other.life ^= (byte) common;
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

    private static void cancel(long[] mine, long[] theirs) {
        for (int i = 0; i < mine.length; i++) {
            long common = mine[i] & theirs[i];
            mine[i] ^= common;
            theirs[i] ^= common;
        }
    }

    /** @param before the one before it in the delta: most say the same of the same event */
    void pass(Fields fields, Posting before) {
        lane = fields.number(lane);
        enters = fields.instant(enters, before.enters);
        day = fields.number(day - before.day) + before.day;
        recordedDay = fields.number(recordedDay - day) + day;
        tuple = fields.sparse(tuple ^ before.tuple) ^ before.tuple;
        quantity = fields.sparse(quantity);
        life = fields.number(life);
        sign = fields.number(sign);
        cause = fields.number(cause);
        part = fields.words(part);
        whole = fields.words(whole);
    }
}
