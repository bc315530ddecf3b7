package vaiwg.kpis.fields;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** Reads fields from bytes as {@link FieldWriter} wrote them; not safe for several threads. */
public final class FieldReader extends Fields {
    private static final int LOW_BITS = 0x7F;
    /** A power of two. */
    private static final int NAMES = 64;

    private static final long[] NONE = {};

    private final String[] names = new String[NAMES];
    private byte[] bytes = new byte[256];
    private int length;
    private int position;
    private int flagsAt;
    private int flags = Byte.SIZE;

    /** Bytes to fill with what is to be read next, at least so many. */
    public byte[] begin(int size) {
        if (bytes.length < size) {
            bytes = new byte[Math.max(size, 2 * bytes.length)];
        }
        length = size;
        position = 0;
        flags = Byte.SIZE;
        return bytes;
    }

    /** Whether all that was given has been read. */
    public boolean isAtEnd() {
        return position == length;
    }

    @Override
    public long number(long value) {
        return unzigzag(unsigned());
    }

    @Override
    public long bits(long value) {
        long found = (long) FieldWriter.LONG.get(bytes, position);
        position += Long.BYTES;
        return found;
    }

    @Override
    public long code(long value) {
        return flag(false) ? bits(0) : 0;
    }

    @Override
    public long sparse(long value) {
        long found = 0;
        for (int mask = bytes[position++] & 0xFF; mask != 0; mask &= mask - 1) {
            found |= (bytes[position++] & 0xFFL) << Integer.numberOfTrailingZeros(mask) * Byte.SIZE;
        }
        return found;
    }

    @Override
    public long instant(long value, long near) {
        return instantOf(unsigned(), near);
    }

    @Override
    public boolean flag(boolean value) {
        if (flags == Byte.SIZE) {
            flagsAt = position++;
            flags = 0;
        }
        return (bytes[flagsAt] >>> flags++ & 1) != 0;
    }

    @Override
    public String text(String value) {
        int size = (int) unsigned();
        String found = new String(bytes, position, size, StandardCharsets.UTF_8);
        position += size;
        return found;
    }

    @Override
    public String name(String value) {
        int start = position;
        int size = (int) unsigned();
        int hash = 0;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + bytes[position + i];
        }
        String known = names[hash & NAMES - 1];
        if (known != null && isNext(known, size)) {
            position += size;
            return known;
        }
        position = start;
        String found = text(value);
        names[hash & NAMES - 1] = found;
        return found;
    }

    /** Never of a name with other characters than ASCII, which is then read like any text. */
    private boolean isNext(String name, int size) {
        if (name.length() != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (name.charAt(i) != bytes[position + i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public <T extends FieldRecord> T record(T value, Supplier<? extends T> fresh) {
        T found = fresh.get();
        found.pass(this);
        return found;
    }

    @Override
    public <T extends FieldRecord> T[] records(T[] values, Supplier<? extends T> fresh) {
        int count = (int) unsigned();
        if (count == 0) {
            return values;
        }
        T[] found = Arrays.copyOf(values, count);
        for (int i = 0; i < count; i++) {
            found[i] = record(null, fresh);
        }
        return found;
    }

    @Override
    public long[] codes(long[] values) {
        long[] found = array();
        for (int i = 0; i < found.length; i++) {
            found[i] = bits(0);
        }
        return found;
    }

    @Override
    public byte[] bytes(byte[] values) {
        int size = (int) unsigned();
        byte[] found = Arrays.copyOfRange(bytes, position, position + size);
        position += size;
        return found;
    }

    private long[] array() {
        int count = (int) unsigned();
        return count == 0 ? NONE : new long[count];
    }

    private long unsigned() {
        long found = 0;
        for (int shift = 0; ; shift += Byte.SIZE - 1) {
            byte next = bytes[position++];
            found |= (long) (next & LOW_BITS) << shift;
            if (next >= 0) {
                return found;
            }
        }
    }
}
