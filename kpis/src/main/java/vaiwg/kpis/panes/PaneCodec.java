package vaiwg.kpis.panes;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A day's pane as bytes in a checkpoint: how many cells are not zero of zero, then for each of these the distance
 * from the cell before, the numerator and the denominator; then for each number of a cell of percentiles the distance from the cell
 * before, the number, and how often it occurs. All as variable-length numbers (signed ones folded, as in Avro).
 */
final class PaneCodec {
    /** Of a variable-length number. */
    private static final int MOST_BYTES = 5;

    private PaneCodec() {}

    static byte[] encode(DayPane pane) {
        int[] sorted = pane.cells();
        Out out = new Out(MOST_BYTES + sorted.length * 4);
        out.write(sorted.length);
        int before = 0;
        for (int cell : sorted) {
            out.write(cell - before);
            out.write(fold(pane.part(cell)));
            out.write(fold(pane.whole(cell)));
            before = cell;
        }
        int[] last = {0};
        pane.forEachNumberInOrder((cell, number, times) -> {
            out.write(cell - last[0]);
            out.write(number);
            out.write(fold(times));
            last[0] = cell;
        });
        return Arrays.copyOf(out.bytes, out.length);
    }

    /** The pane again. */
    static DayPane decode(byte[] bytes, int cells) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        DayPane pane = new DayPane(cells);
        int counted = read(in);
        int cell = 0;
        for (int i = 0; i < counted; i++) {
            cell += read(in);
            int part = unfold(read(in));
            int whole = unfold(read(in));
            pane.add(cell, part, whole);
        }
        cell = 0;
        while (in.hasRemaining()) {
            cell += read(in);
            int number = read(in);
            pane.addNumber(cell, number, unfold(read(in)));
        }
        return pane;
    }

    private static int fold(int value) {
        return value << 1 ^ value >> 31;
    }

    private static int unfold(int folded) {
        return folded >>> 1 ^ -(folded & 1);
    }

    private static int read(ByteBuffer in) {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = in.get();
            value |= (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return value;
    }

    /** Grows as it is written; checkpoints write millions of numbers while everything else waits. */
    private static final class Out {
        private byte[] bytes;
        private int length;

        Out(int expected) {
            bytes = new byte[expected];
        }

        void write(int value) {
            if (length + MOST_BYTES > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            int rest = value;
            while ((rest & ~0x7F) != 0) {
                bytes[length++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
        }
    }
}
