package vaiwg.engine.contributions;

import java.util.List;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.fields.Fields;
import vaiwg.kpis.reference.Cause;

/**
 * A difference of contributions: bits that came to, or went from, the panes of a force, of one contribution type, day and dimension key. Fields are public and
 * flat because it crosses the network, packed within a {@link Delta}.
 */
public final class DeltaEntry {
    /** Before the first of those that are packed together. */
    static final DeltaEntry NOTHING = new DeltaEntry();

    /** Ordinal of the {@link ContributionType}. */
    public byte contributionType;
    /** The pane day. */
    public int day;
    /** Day of recording of a crime that leaves a stock; the day from which an age counts where a stock is known by its oldest; the pane day elsewhere. */
    public int recordedDay;
    /** From which instant on it counts, epoch milliseconds: in every snapshot at or after it. */
    public long enters;

    public long dimensionKey;
    /** The quantities' numbers in a contribution type of quantities, packed; of a crime that left, how long that was not known, in days or months. */
    public long quantity;
    /** What it tells of a crime's life: {@link #begins}, {@link #leavesFor}. */
    public byte life;
    /** +1 where the bits came, -1 where they went; of a marker see {@link #marker}. */
    public byte sign;
    /** Ordinal of the {@link RevisionCause}: why what was known before changes. */
    public byte cause;
    /** Bits of numerators; the array is shared with others, and never changed. */
    public long[] numerator;
    /** Bits of denominators, likewise. */
    public long[] denominator;

    public DeltaEntry() {}

    /** One to be filled, with so many words of numerators and of denominators. */
    static DeltaEntry ofWords(int words) {
        DeltaEntry entry = new DeltaEntry();
        entry.numerator = new long[words];
        entry.denominator = new long[words];
        return entry;
    }

    DeltaEntry(Contribution contribution, long enters, int sign) {
        this.contributionType = (byte) contribution.contributionType().ordinal();
        this.day = contribution.day();
        this.recordedDay = contribution.recordedDay();
        this.enters = enters;
        this.dimensionKey = contribution.dimensionKey();
        this.quantity = contribution.quantity();
        this.life = contribution.life();
        this.sign = (byte) sign;
        this.cause = (byte) RevisionCause.OTHER_RECORD.ordinal();
        this.numerator = contribution.numerator();
        this.denominator = contribution.denominator();
    }

    /**
     * Adds to a list the delta entry of what a contribution says beyond another one at the same place, if anything.
     *
     * @param other null where there is none
     */
    static void addMore(
            Contribution contribution,
            Contribution other,
            long enters,
            int sign,
            RevisionCause why,
            List<DeltaEntry> entries) {
        if (!contribution.saysMoreThan(other)) {
            return;
        }
        DeltaEntry entry = new DeltaEntry(contribution, enters, sign).because(why);
        if (other != null) {
            entry.life &= (byte) ~other.life();
            entry.numerator = without(entry.numerator, other.numerator());
            entry.denominator = without(entry.denominator, other.denominator());
        }
        entries.add(entry);
    }

    /** Says why, of a delta entry that nobody else has yet; gives itself. */
    DeltaEntry because(RevisionCause why) {
        cause = (byte) why.ordinal();
        return this;
    }

    /** Another with the same fields. */
    public DeltaEntry copy() {
        DeltaEntry copy = new DeltaEntry();
        copy.contributionType = contributionType;
        copy.day = day;
        copy.recordedDay = recordedDay;
        copy.enters = enters;
        copy.dimensionKey = dimensionKey;
        copy.quantity = quantity;
        copy.life = life;
        copy.sign = sign;
        copy.cause = cause;
        copy.numerator = numerator.clone();
        copy.denominator = denominator.clone();
        return copy;
    }

    /** The delta entry that undoes this one from a later instant on. */
    DeltaEntry takenBackAt(long instant) {
        DeltaEntry opposite = copy();
        opposite.enters = instant;
        opposite.sign = (byte) -sign;
        return opposite;
    }

    /**
     * A delta entry without figures: the force is known from this instant on.
     *
     * @param sign +1 where a subject is known from this instant on, -1 where it is known from an earlier one after all, 0 where it says
     *     nothing of a subject
     */
    static DeltaEntry marker(long enters, int sign) {
        DeltaEntry marker = new DeltaEntry();
        marker.contributionType = (byte) ContributionType.MARKER.ordinal();
        marker.enters = enters;
        marker.sign = (byte) sign;
        marker.numerator = Contribution.NO_BITS;
        marker.denominator = Contribution.NO_BITS;
        return marker;
    }

    /** Whether the crime begins to be open on the pane day. */
    public boolean begins() {
        return (life & Contribution.BEGINS) != 0;
    }

    /** Whether the crime is open no longer from the pane day on, for a cause. */
    public boolean leavesFor(Cause cause) {
        return (life & Contribution.leaves(cause)) != 0;
    }

    /** Whether it bears no figures and only marks from when something is known. */
    public boolean isMarker() {
        return contributionType == ContributionType.MARKER.ordinal();
    }

    boolean isAtSamePlaceAs(DeltaEntry other) {
        return contributionType == other.contributionType
                && day == other.day
                && recordedDay == other.recordedDay
                && enters == other.enters
                && dimensionKey == other.dimensionKey
                && quantity == other.quantity
                && cause == other.cause;
    }

    /** What is equal for delta entries {@link #isAtSamePlaceAs at the same place}, and for no others. */
    Object place() {
        return List.of(contributionType, day, recordedDay, enters, dimensionKey, quantity, cause);
    }

    /** Takes out of both what one adds and the other takes away. */
    void cancelAgainst(DeltaEntry other) {
        long[] ofNumerator = numerator;
        long[] ofDenominator = denominator;
        numerator = without(ofNumerator, other.numerator);
        denominator = without(ofDenominator, other.denominator);
        other.numerator = without(other.numerator, ofNumerator);
        other.denominator = without(other.denominator, ofDenominator);
        int common = life & other.life;
        life ^= (byte) common;
        other.life ^= (byte) common;
    }

    boolean isEmpty() {
        return Contribution.isEmpty(life, numerator, denominator);
    }

    private static long[] without(long[] bits, long[] others) {
        long[] rest = new long[bits.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = bits[i] & ~others[i];
        }
        return rest;
    }

    /**
     * Passes all but how many words there are.
     *
     * @param before the one packed before it: most say the same of the same event; may be itself with what it said before
     */
    void pass(Fields fields, DeltaEntry before) {
        contributionType = fields.number(contributionType);
        enters = fields.instant(enters, before.enters);
        day = fields.number(day - before.day) + before.day;
        recordedDay = fields.number(recordedDay - day) + day;
        dimensionKey = fields.sparse(dimensionKey ^ before.dimensionKey) ^ before.dimensionKey;
        quantity = fields.sparse(quantity);
        life = fields.number(life);
        sign = fields.number(sign);
        cause = fields.number(cause);
        pass(numerator, fields);
        pass(denominator, fields);
    }

    /** Most words have no bits. */
    private static void pass(long[] words, Fields fields) {
        for (int i = 0; i < words.length; i++) {
            words[i] = fields.flag(words[i] != 0) ? fields.sparse(words[i]) : 0;
        }
    }
}
