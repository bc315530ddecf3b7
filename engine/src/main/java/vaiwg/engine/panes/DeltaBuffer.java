package vaiwg.engine.panes;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vaiwg.engine.contributions.DeltaEntry;

/**
 * Delta entries that wait for their cut-off, as numbers side by side: what runs ahead in a replay must not cost an object each. They are kept
 * in chunks, as an array that grew would be copied again and again.
 */
final class DeltaBuffer {
    /** Before the words of bits: instant, dimension key, quantity, both days, and what takes a byte each. */
    private static final int FIXED = 5;
    /** How many numbers a chunk has room for, or a delta entry where it has more. */
    private static final int CHUNK = 128;

    private final List<Chunk> chunks = new ArrayList<>(2);
    /** How many numbers there are. */
    private int length;

    /** Whole delta entries. */
    private static final class Chunk {
        private final long[] longs;
        private int length;

        Chunk(int room) {
            longs = new long[room];
        }
    }

    /** A buffer with the bytes of {@link #toBytes}. */
    static DeltaBuffer of(byte[] bytes) {
        Chunk chunk = new Chunk(bytes.length / Long.BYTES);
        chunk.length = chunk.longs.length;
        ByteBuffer.wrap(bytes).asLongBuffer().get(chunk.longs);
        DeltaBuffer buffer = new DeltaBuffer();
        buffer.chunks.add(chunk);
        buffer.length = chunk.length;
        return buffer;
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(bytes());
        LongBuffer longs = bytes.asLongBuffer();
        chunks.forEach(chunk -> longs.put(chunk.longs, 0, chunk.length));
        return bytes.array();
    }

    void add(DeltaEntry entry) {
        int words = entry.numerator.length;
        Chunk chunk = withRoomFor(FIXED + 2 * words);
        long[] longs = chunk.longs;
        int at = chunk.length;
        longs[at++] = entry.enters;
        longs[at++] = entry.dimensionKey;
        longs[at++] = entry.quantity;
        longs[at++] = (long) entry.day << Integer.SIZE | entry.recordedDay & 0xFFFFFFFFL;
        longs[at++] = (entry.contributionType & 0xFFL) << 32
                | (entry.life & 0xFFL) << 24
                | (entry.cause & 0xFFL) << 16
                | (entry.sign & 0xFFL) << 8
                | words;
        System.arraycopy(entry.numerator, 0, longs, at, words);
        System.arraycopy(entry.denominator, 0, longs, at + words, words);
        chunk.length += FIXED + 2 * words;
        length += FIXED + 2 * words;
    }

    private Chunk withRoomFor(int numbers) {
        Chunk last = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
        if (last == null || last.length + numbers > last.longs.length) {
            last = new Chunk(Math.max(numbers, CHUNK));
            chunks.add(last);
        }
        return last;
    }

    /** Hands over every delta entry, all of as many words as one object: who keeps one copies it. */
    void forEach(Consumer<DeltaEntry> consumer) {
        DeltaEntry[] ofWords = new DeltaEntry[Byte.MAX_VALUE + 1];
        for (Chunk chunk : chunks) {
            for (int at = 0; at < chunk.length; ) {
                int words = (int) chunk.longs[at + FIXED - 1] & 0xFF;
                if (ofWords[words] == null) {
                    ofWords[words] = new DeltaEntry();
                    ofWords[words].numerator = new long[words];
                    ofWords[words].denominator = new long[words];
                }
                read(chunk.longs, at, words, ofWords[words]);
                consumer.accept(ofWords[words]);
                at += FIXED + 2 * words;
            }
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
        chunks.clear();
        chunks.addAll(kept.chunks);
        length = kept.length;
    }

    int bytes() {
        return length * Long.BYTES;
    }

    private static void read(long[] longs, int from, int words, DeltaEntry into) {
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
