package vaiwg.engine.panes;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vaiwg.engine.signatures.Posting;

/** Postings that wait for their boundary, as numbers side by side: what runs ahead in a replay must not cost an object each. */
final class PostingBuffer {
    /** Before the words of bits: instant, tuple, quantity, both days, and what takes a byte each. */
    private static final int FIXED = 5;

    private long[] longs;
    private int length;

    PostingBuffer() {
        this(new long[64], 0);
    }

    private PostingBuffer(long[] longs, int length) {
        this.longs = longs;
        this.length = length;
    }

    /** A buffer with the bytes of {@link #toBytes}. */
    static PostingBuffer of(byte[] bytes) {
        long[] longs = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(longs);
        return new PostingBuffer(longs, longs.length);
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(length * Long.BYTES);
        bytes.asLongBuffer().put(longs, 0, length);
        return bytes.array();
    }

    void add(Posting posting) {
        int words = posting.part.length;
        if (length + FIXED + 2 * words > longs.length) {
            longs = Arrays.copyOf(longs, longs.length * 2 + 2 * words);
        }
        longs[length++] = posting.enters;
        longs[length++] = posting.tuple;
        longs[length++] = posting.quantity;
        longs[length++] = (long) posting.day << Integer.SIZE | posting.recordedDay & 0xFFFFFFFFL;
        longs[length++] = (posting.lane & 0xFFL) << 32
                | (posting.life & 0xFFL) << 24
                | (posting.cause & 0xFFL) << 16
                | (posting.sign & 0xFFL) << 8
                | words;
        System.arraycopy(posting.part, 0, longs, length, words);
        System.arraycopy(posting.whole, 0, longs, length + words, words);
        length += 2 * words;
    }

    /** Hands over every posting, all of as many words as one object: who keeps one copies it. */
    void forEach(Consumer<Posting> consumer) {
        Posting[] ofWords = new Posting[Byte.MAX_VALUE + 1];
        for (int at = 0; at < length; ) {
            int words = (int) longs[at + FIXED - 1] & 0xFF;
            if (ofWords[words] == null) {
                ofWords[words] = new Posting();
                ofWords[words].part = new long[words];
                ofWords[words].whole = new long[words];
            }
            read(at, words, ofWords[words]);
            consumer.accept(ofWords[words]);
            at += FIXED + 2 * words;
        }
    }

    /** Hands over those that match, likewise, and keeps the others. */
    void take(Predicate<Posting> due, Consumer<Posting> consumer) {
        PostingBuffer kept = new PostingBuffer();
        forEach(posting -> {
            if (due.test(posting)) {
                consumer.accept(posting);
            } else {
                kept.add(posting);
            }
        });
        longs = kept.longs;
        length = kept.length;
    }

    int bytes() {
        return length * Long.BYTES;
    }

    private void read(int from, int words, Posting into) {
        into.enters = longs[from];
        into.tuple = longs[from + 1];
        into.quantity = longs[from + 2];
        into.day = (int) (longs[from + 3] >>> Integer.SIZE);
        into.recordedDay = (int) longs[from + 3];
        long rest = longs[from + 4];
        into.lane = (byte) (rest >>> 32);
        into.life = (byte) (rest >>> 24);
        into.cause = (byte) (rest >>> 16);
        into.sign = (byte) (rest >>> 8);
        System.arraycopy(longs, from + FIXED, into.part, 0, words);
        System.arraycopy(longs, from + FIXED + words, into.whole, 0, words);
    }
}
