package vaiwg.kpis.fields;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** Writes fields into bytes that it keeps and uses again; not safe for several threads. */
public final class FieldWriter extends Fields {
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** The longest number, in bytes of seven bits. */
    private static final int LONGEST = 10;

    private static final int HIGH_BIT = 0x80;

    private byte[] bytes = new byte[256];
    private int length;
    /** Where the byte of the last flags is, and how many it holds. */
    private int flagsAt;

    private int flags = Byte.SIZE;

    /** Begins with nothing. */
    public void clear() {
        length = 0;
        flags = Byte.SIZE;
    }

    /** What was written, in the first {@link #length} bytes; changed by the next writing. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    @Override
    public long number(long value) {
        unsigned(zigzag(value));
        return value;
    }

    @Override
    public long bits(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, length, value);
        length += Long.BYTES;
        return value;
    }

    @Override
    public long code(long value) {
        if (flag(value != 0)) {
            bits(value);
        }
        return value;
    }

    @Override
    public long sparse(long value) {
        reserve(1 + Long.BYTES);
        int mask = 0;
        int at = length + 1;
        for (long rest = value; rest != 0; ) {
            int part = Long.numberOfTrailingZeros(rest) / Byte.SIZE;
            mask |= 1 << part;
            bytes[at++] = (byte) (value >>> part * Byte.SIZE);
            rest &= ~(0xFFL << part * Byte.SIZE);
        }
        bytes[length] = (byte) mask;
        length = at;
        return value;
    }

    @Override
    public long instant(long value, long near) {
        unsigned(nearness(value, near));
        return value;
    }

    @Override
    public boolean flag(boolean value) {
        if (flags == Byte.SIZE) {
            reserve(1);
            flagsAt = length++;
            bytes[flagsAt] = 0;
            flags = 0;
        }
        bytes[flagsAt] |= (byte) ((value ? 1 : 0) << flags++);
        return value;
    }

    @Override
    public String text(String value) {
        int size = value.length();
        reserve(LONGEST + size);
        int start = length;
        unsigned(size);
        for (int i = 0; i < size; i++) {
            char next = value.charAt(i);
            if (next >= HIGH_BIT) {
                length = start;
                write(value.getBytes(StandardCharsets.UTF_8));
                return value;
            }
            bytes[length++] = (byte) next;
        }
        return value;
    }

    @Override
    public <T extends FieldRecord> T[] records(T[] values, Supplier<? extends T> fresh) {
        unsigned(values.length);
        for (T value : values) {
            value.pass(this);
        }
        return values;
    }

    @Override
    public long[] codes(long[] values) {
        unsigned(values.length);
        for (long value : values) {
            bits(value);
        }
        return values;
    }

    @Override
    public byte[] bytes(byte[] values) {
        write(values);
        return values;
    }

    private void write(byte[] some) {
        unsigned(some.length);
        reserve(some.length);
        System.arraycopy(some, 0, bytes, length, some.length);
        length += some.length;
    }

    private void unsigned(long value) {
        reserve(LONGEST);
        long rest = value;
        while ((rest & -HIGH_BIT) != 0) {
            bytes[length++] = (byte) (rest | HIGH_BIT);
            rest >>>= Byte.SIZE - 1;
        }
        bytes[length++] = (byte) rest;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
