package vaiwg.kpis.fields;

import java.util.Arrays;
import java.util.function.Supplier;

/** Lists numbers, codes, instants and flags in the order in which they pass, and compares those of another record with them. */
public final class FieldList extends Fields {
    private long[] values = new long[24];
    private int count;
    private int compared = -1;
    private boolean same = true;

    public void begin() {
        count = 0;
        compared = -1;
        same = true;
    }

    /** The list; an array of the caller's own. */
    public long[] values() {
        return Arrays.copyOf(values, count);
    }

    /** What passes from now on is compared with the list. */
    public void compare() {
        compared = 0;
    }

    /** Whether what passed since then is the same. */
    public boolean isSame() {
        return same && compared == count;
    }

    @Override
    public long number(long value) {
        if (compared >= 0) {
            same = same && compared < count && values[compared] == value;
            compared++;
        } else {
            add(value);
        }
        return value;
    }

    private void add(long value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    @Override
    public boolean flag(boolean value) {
        number(value ? 1L : 0L);
        return value;
    }

    @Override
    public long[] codes(long[] some) {
        for (long value : some) {
            number(value);
        }
        return some;
    }

    @Override
    public byte[] bytes(byte[] some) {
        throw new UnsupportedOperationException("bytes are no number");
    }

    @Override
    public String text(String value) {
        throw new UnsupportedOperationException("a text is no number");
    }

    @Override
    public <T extends FieldRecord> T[] records(T[] some, Supplier<? extends T> fresh) {
        for (T value : some) {
            value.pass(this);
        }
        return some;
    }
}
