package vaiwg.engine.panes;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A day's pane as bytes in a checkpoint: for each cell that is not zero of zero the distance from the one before, the numerator and
 * the denominator, and a 0 after the last; then for each number of a cell of percentiles the distance from the cell before, the number,
 * and how often it occurs. All as variable-length numbers (signed ones folded, as in Avro).
 */
final class PaneCodec {
    /** Of a variable-length number. */
    private static final int MOST_BYTES = 5;

    private static final int BEFORE_FIRST = -1;
    /** Instead of a distance, which is 1 at least. */
    private static final int END = 0;

    private PaneCodec() {}

    static byte[] encode(DayPane pane) {
        Out out = new Out();
        int[] last = {BEFORE_FIRST};
        pane.forEachInOrder((cell, numerator, denominator) -> {
            out.write(cell - last[0]);
            out.write(fold(numerator));
            out.write(fold(denominator));
            last[0] = cell;
        });
        out.write(END);
        write(pane.numbers, out);
        return Arrays.copyOf(out.bytes, out.length);
    }

    static byte[] encode(Numbers numbers) {
        Out out = new Out();
        write(numbers, out);
        return Arrays.copyOf(out.bytes, out.length);
    }

    private static void write(Numbers numbers, Out out) {
        int[] last = {0};
        numbers.forEachInOrder((cell, number, times) -> {
            out.write(cell - last[0]);
            out.write(number);
            out.write(fold(times));
            last[0] = cell;
        });
    }

    /** Adds what was encoded to a pane. */
    static void decode(byte[] bytes, DayPane into) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int cell = BEFORE_FIRST;
        for (int distance = read(in); distance != END; distance = read(in)) {
            cell += distance;
            int numerator = unfold(read(in));
            into.add(cell, numerator, unfold(read(in)));
        }
        readNumbers(in, into.numbers);
    }

    /** Adds numbers that were encoded alone. */
    static void decode(byte[] bytes, Numbers into) {
        readNumbers(ByteBuffer.wrap(bytes), into);
    }

    private static void readNumbers(ByteBuffer in, Numbers into) {
        int cell = 0;
        while (in.hasRemaining()) {
            cell += read(in);
            int number = read(in);
            into.add(cell, number, unfold(read(in)));
        }
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
        private byte[] bytes = new byte[256];
        private int length;

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
