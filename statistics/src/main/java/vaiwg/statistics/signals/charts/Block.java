package vaiwg.statistics.signals.charts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import vaiwg.kpis.catalogue.SlotValues.Figure;

/**
 * One closed period of a chart: 28 days or a calendar month, none overlapping another. Points of a rolling window refreshed every
 * day are no blocks: nine tenths of them would look special where nothing happened.
 *
 * @param firstDay its first day
 * @param numerator what is counted, or the numerator of a share; of a stock as it stands when the block ends
 * @param denominator the denominator of a share; 0 for a count
 * @param eventDays on which of its days anything was counted in the part, a bit a day, the lowest the first;
 *     {@link #UNKNOWN_DAYS} of a month, and of what is not told by days
 * @param restDays on which of its days anything of the whole was not counted in the part, likewise
 * @param before what it is judged beside: of a stock how it stood when the block began, of what has seasons the block a year before;
 *     null where that is not known, and of what is judged by itself
 * @param redefined whether it is the first under another definition or code map
 * @param recordsMoved whether completeness or latency moved in its days
 */
public record Block(
        int firstDay,
        int numerator,
        int denominator,
        int eventDays,
        int restDays,
        Figure before,
        boolean redefined,
        boolean recordsMoved) {
    /** No block of 28 days has these bits. */
    public static final int UNKNOWN_DAYS = -1;

    public Block(int firstDay, int numerator, int denominator) {
        this(firstDay, numerator, denominator, UNKNOWN_DAYS, UNKNOWN_DAYS, null, false, false);
    }

    /** A block by the days of its events and, of a share, of what was not counted. */
    static Block ofDays(int firstDay, int numerator, int denominator, int eventDays, int restDays) {
        return new Block(firstDay, numerator, denominator, eventDays, restDays, null, false, false);
    }

    /** The same block of a stock, after another of which nothing is said where it is not the one before. */
    public Block after(Block other) {
        return other.firstDay + BlockCalendar.LENGTH == firstDay ? beside(other) : this;
    }

    /** The same block, judged beside another. */
    public Block beside(Block other) {
        return new Block(firstDay, numerator, denominator, eventDays, restDays, other.level(), redefined, recordsMoved);
    }

    /** The same block, in whose days records moved. */
    Block moved() {
        return new Block(firstDay, numerator, denominator, eventDays, restDays, before, redefined, true);
    }

    /** How a stock stands when the block ends: a count, or a part of a whole. */
    Figure level() {
        return new Figure(numerator, denominator);
    }

    /** The count or the share that a level is. */
    static double value(Figure level) {
        return level.denominator() == 0 ? level.numerator() : (double) level.numerator() / level.denominator();
    }

    /** By how much it differs from what it is judged beside. */
    double change() {
        return value(level()) - value(before);
    }

    /** What of the whole was not counted in the part. */
    int rest() {
        return denominator - numerator;
    }

    /** Whether a signal in it speaks of the data. */
    boolean qualityMoved() {
        return redefined || recordsMoved;
    }

    /** What it is judged beside is told by another block, and not stored. */
    void write(DataOutput out) throws IOException {
        out.writeInt(firstDay);
        out.writeInt(numerator);
        out.writeInt(denominator);
        out.writeInt(eventDays);
        out.writeInt(restDays);
        out.writeBoolean(redefined);
        out.writeBoolean(recordsMoved);
    }

    static Block read(DataInput in) throws IOException {
        return new Block(
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                null,
                in.readBoolean(),
                in.readBoolean());
    }
}
