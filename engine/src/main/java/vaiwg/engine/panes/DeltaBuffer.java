package vaiwg.engine.panes;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PackedEntries;
import vaiwg.kpis.fields.FieldWriter;

/** Packed delta entries that wait for one cut-off. They are kept in chunks, as an array that grew would be copied again and again. */
final class DeltaBuffer {
    /** How many bytes a chunk has room for, or what is packed together where it has more. */
    private static final int CHUNK = 512;

    /** Each holds what came packed together, with its length before it. */
    private final List<ByteBuffer> chunks = new ArrayList<>(2);

    private int length;

    /** A buffer with the bytes of {@link #toBytes}. */
    static DeltaBuffer of(byte[] bytes) {
        DeltaBuffer buffer = new DeltaBuffer();
        buffer.chunks.add(ByteBuffer.wrap(bytes).position(bytes.length));
        buffer.length = bytes.length;
        return buffer;
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        chunks.forEach(chunk -> bytes.put(chunk.array(), 0, chunk.position()));
        return bytes.array();
    }

    void add(byte[] packed) {
        int size = Integer.BYTES + packed.length;
        if (chunks.isEmpty() || chunks.get(chunks.size() - 1).remaining() < size) {
            chunks.add(ByteBuffer.allocate(Math.max(size, CHUNK)));
        }
        chunks.get(chunks.size() - 1).putInt(packed.length).put(packed);
        length += size;
    }

    /** Hands over every delta entry, as the reader does. */
    void forEach(PackedEntries.Reader reader, Consumer<DeltaEntry> consumer) {
        for (ByteBuffer chunk : chunks) {
            for (int at = 0; at < chunk.position(); ) {
                int size = chunk.getInt(at);
                reader.read(chunk.array(), at + Integer.BYTES, size, consumer);
                at += Integer.BYTES + size;
            }
        }
    }

    /** Hands over those that match, likewise, and keeps the others; whether there were any. */
    boolean take(PackedEntries.Reader reader, Predicate<DeltaEntry> due, Consumer<DeltaEntry> consumer) {
        List<DeltaEntry> kept = new ArrayList<>();
        boolean[] any = new boolean[1];
        forEach(reader, entry -> {
            if (due.test(entry)) {
                consumer.accept(entry);
                any[0] = true;
            } else {
                kept.add(entry.copy());
            }
        });
        if (any[0]) {
            chunks.clear();
            length = 0;
            for (PackedEntries packed : PackedEntries.of(kept, new FieldWriter())) {
                add(packed.bytes);
            }
        }
        return any[0];
    }

    int bytes() {
        return length;
    }
}
