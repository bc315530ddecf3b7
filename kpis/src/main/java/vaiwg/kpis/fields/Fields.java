package vaiwg.kpis.fields;

import java.util.function.Supplier;

/**
 * Takes the fields of a record one after the other, to write them, to read them or to list them: so a record names its fields once,
 * in {@link FieldRecord#pass}. Each method gives the value that the field has from then on: one that was read, or else the one that it
 * was given, so that a record that others share is not changed by being written. Where it makes no difference what a number is like, all
 * are {@link #number numbers}.
 */
public abstract sealed class Fields permits FieldWriter, FieldReader, FieldList {
    /** Stands for an instant that is not known. */
    public static final long ABSENT = Long.MIN_VALUE;

    /** A number that is mostly near 0: the nearer, the fewer bytes. */
    public abstract long number(long value);

    /** Eight bytes of which none says more than another, as of a hash. */
    public long bits(long value) {
        return number(value);
    }

    /** Likewise of something that is often 0, for nothing. */
    public long code(long value) {
        return number(value);
    }

    /** Eight bytes of which most are 0. */
    public long sparse(long value) {
        return number(value);
    }

    /**
     * An instant, or {@link #ABSENT}.
     *
     * @param near another one that is probably near, written before; 0 where there is none
     */
    public long instant(long value, long near) {
        return number(value);
    }

    public abstract boolean flag(boolean value);

    /** A text that is different in nearly every record. */
    public abstract String text(String value);

    /** One of few texts that many records have: they share it when they are read. */
    public String name(String value) {
        return text(value);
    }

    /** @param fresh makes a record to read into */
    public <T extends FieldRecord> T record(T value, Supplier<? extends T> fresh) {
        value.pass(this);
        return value;
    }

    /** Records of one class; the array is never null, and gives its own class to the one that is read. */
    public abstract <T extends FieldRecord> T[] records(T[] values, Supplier<? extends T> fresh);

    /** Codes that are not 0. */
    public abstract long[] codes(long[] values);

    /** Bytes that say for themselves what they mean. */
    public abstract byte[] bytes(byte[] values);

    public final int number(int value) {
        return (int) number((long) value);
    }

    public final short number(short value) {
        return (short) number((long) value);
    }

    public final byte number(byte value) {
        return (byte) number((long) value);
    }

    /** A record that may be missing: null. */
    public final <T extends FieldRecord> T recordIfAny(T value, Supplier<? extends T> fresh) {
        return flag(value != null) ? record(value, fresh) : null;
    }

    /** Moves instants that are near to small numbers, and what is absent to 0; every value to another one. */
    static long nearness(long value, long near) {
        if (value == ABSENT) {
            return 0;
        }
        long distance = zigzag(value - near);
        return Long.compareUnsigned(distance, zigzag(ABSENT - near)) < 0 ? distance + 1 : distance;
    }

    /** The instant of a {@link #nearness}. */
    static long instantOf(long nearness, long near) {
        if (nearness == 0) {
            return ABSENT;
        }
        long absent = zigzag(ABSENT - near);
        return near + unzigzag(Long.compareUnsigned(nearness, absent) <= 0 ? nearness - 1 : nearness);
    }

    static long zigzag(long value) {
        return value << 1 ^ value >> Long.SIZE - 1;
    }

    static long unzigzag(long code) {
        return code >>> 1 ^ -(code & 1);
    }
}
