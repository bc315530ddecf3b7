package vaiwg.kpis.panes;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vaiwg.kpis.signatures.Posting;

/** Postings that wait for their boundary, as bytes: what runs ahead in a replay must not cost an object each. */
final class PostingBuffer {
    private static final int FIXED =
            Long.BYTES + 1 + Integer.BYTES + Integer.BYTES + Long.BYTES + Long.BYTES + 1 + 1 + 1;

    /** A sign and a cause share a byte, which is the sign alone where no cause is recorded. */
    private static final int SIGNS = 4;

    private byte[] bytes;
    private int length;

    PostingBuffer() {
        this(new byte[256], 0);
    }

    private PostingBuffer(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** A buffer with the bytes of {@link #toBytes}. */
    static PostingBuffer of(byte[] bytes) {
        return new PostingBuffer(bytes.clone(), bytes.length);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void add(Posting posting) {
        int words = posting.part.length;
        int size = FIXED + 2 * words * Long.BYTES;
        if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + size, bytes.length * 2));
        }
        ByteBuffer out = ByteBuffer.wrap(bytes, length, size);
        out.putLong(posting.enters)
                .put(posting.lane)
                .putInt(posting.day)
                .putInt(posting.recordedDay)
                .putLong(posting.tuple)
                .putLong(posting.quantity)
                .put(posting.life)
                .put((byte) (SIGNS * posting.cause + posting.sign))
                .put((byte) words);
        for (int i = 0; i < words; i++) {
            out.putLong(posting.part[i]).putLong(posting.whole[i]);
        }
        length += size;
    }

    /** Hands over every posting; the object is a fresh one each time. */
    void forEach(Consumer<Posting> consumer) {
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        while (in.hasRemaining()) {
            consumer.accept(read(in));
        }
    }

    /** Hands over those that match and keeps the others. */
    void take(Predicate<Posting> due, Consumer<Posting> consumer) {
        PostingBuffer kept = new PostingBuffer();
        forEach(posting -> {
            if (due.test(posting)) {
                consumer.accept(posting);
            } else {
                kept.add(posting);
            }
        });
        bytes = kept.bytes;
        length = kept.length;
    }

    int bytes() {
        return length;
    }

    private static Posting read(ByteBuffer in) {
        Posting posting = new Posting();
        posting.enters = in.getLong();
        posting.lane = in.get();
        posting.day = in.getInt();
        posting.recordedDay = in.getInt();
        posting.tuple = in.getLong();
        posting.quantity = in.getLong();
        posting.life = in.get();
        int signAndCause = in.get();
        posting.cause = (byte) ((signAndCause + 1) / SIGNS);
        posting.sign = (byte) (signAndCause - SIGNS * posting.cause);
        int words = in.get();
        posting.part = new long[words];
        posting.whole = new long[words];
        for (int i = 0; i < words; i++) {
            posting.part[i] = in.getLong();
            posting.whole[i] = in.getLong();
        }
        return posting;
    }
}
