package vaiwg.engine.panes;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vaiwg.engine.contributions.DeltaEntry;

/** Delta entries that wait for their cut-off, as numbers side by side: what runs ahead in a replay must not cost an object each. */
final class DeltaBuffer {
    /** Before the words of bits: instant, dimension key, quantity, both days, and what takes a byte each. */
    private static final int FIXED = 5;

    private long[] longs;
    private int length;

    DeltaBuffer() {
        this(new long[64], 0);
    }

    private DeltaBuffer(long[] longs, int length) {
        this.longs = longs;
        this.length = length;
    }

    /** A buffer with the bytes of {@link #toBytes}. */
    static DeltaBuffer of(byte[] bytes) {
        long[] longs = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(longs);
        return new DeltaBuffer(longs, longs.length);
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(length * Long.BYTES);
        bytes.asLongBuffer().put(longs, 0, length);
        return bytes.array();
    }

    void add(DeltaEntry entry) {
        int words = entry.numerator.length;
        if (length + FIXED + 2 * words > longs.length) {
            longs = Arrays.copyOf(longs, longs.length * 2 + 2 * words);
        }
        longs[length++] = entry.enters;
        longs[length++] = entry.dimensionKey;
        longs[length++] = entry.quantity;
        longs[length++] = (long) entry.day << Integer.SIZE | entry.recordedDay & 0xFFFFFFFFL;
        longs[length++] = (entry.contributionType & 0xFFL) << 32
                | (entry.life & 0xFFL) << 24
                | (entry.cause & 0xFFL) << 16
                | (entry.sign & 0xFFL) << 8
                | words;
        System.arraycopy(entry.numerator, 0, longs, length, words);
        System.arraycopy(entry.denominator, 0, longs, length + words, words);
        length += 2 * words;
    }

    /** Hands over every delta entry, all of as many words as one object: who keeps one copies it. */
    void forEach(Consumer<DeltaEntry> consumer) {
        DeltaEntry[] ofWords = new DeltaEntry[Byte.MAX_VALUE + 1];
        for (int at = 0; at < length; ) {
            int words = (int) longs[at + FIXED - 1] & 0xFF;
            if (ofWords[words] == null) {
                ofWords[words] = new DeltaEntry();
                ofWords[words].numerator = new long[words];
                ofWords[words].denominator = new long[words];
            }
            read(at, words, ofWords[words]);
            consumer.accept(ofWords[words]);
            at += FIXED + 2 * words;
        }
    }

    /** Hands over those that match, likewise, and keeps the others. */
    void take(Predicate<DeltaEntry> due, Consumer<DeltaEntry> consumer) {
        DeltaBuffer kept = new DeltaBuffer();
        forEach(entry -> {
            if (due.test(entry)) {
                consumer.accept(entry);
            } else {
                kept.add(entry);
            }
        });
        longs = kept.longs;
        length = kept.length;
    }

    int bytes() {
        return length * Long.BYTES;
    }

    private void read(int from, int words, DeltaEntry into) {
        into.enters = longs[from];
        into.dimensionKey = longs[from + 1];
        into.quantity = longs[from + 2];
        into.day = (int) (longs[from + 3] >>> Integer.SIZE);
        into.recordedDay = (int) longs[from + 3];
        long rest = longs[from + 4];
        into.contributionType = (byte) (rest >>> 32);
        into.life = (byte) (rest >>> 24);
        into.cause = (byte) (rest >>> 16);
        into.sign = (byte) (rest >>> 8);
        System.arraycopy(longs, from + FIXED, into.numerator, 0, words);
        System.arraycopy(longs, from + FIXED + words, into.denominator, 0, words);
    }
}
