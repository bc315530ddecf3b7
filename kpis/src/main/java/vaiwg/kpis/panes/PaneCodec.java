package vaiwg.kpis.panes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A day's pane as bytes in a checkpoint: a format number, then for each cell that is not zero of zero the distance from the cell
 * before, the numerator and the denominator, as variable-length numbers (signed ones folded, as in Avro).
 */
final class PaneCodec {
    private static final int FORMAT = 1;

    private PaneCodec() {}

    static byte[] encode(DayPane pane) {
        int[] sorted = pane.cells();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 + sorted.length * 4);
        out.write(FORMAT);
        int before = 0;
        for (int cell : sorted) {
            write(out, cell - before);
            write(out, fold(pane.part(cell)));
            write(out, fold(pane.whole(cell)));
            before = cell;
        }
        return out.toByteArray();
    }

    /**
     * The pane again.
     *
     * @throws IllegalStateException where the format is not one that this build reads
     */
    static DayPane decode(byte[] bytes, int cells) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int format = in.get();
        if (format != FORMAT) {
            throw new IllegalStateException("the checkpoint holds panes of format " + format
                    + ", this build reads format " + FORMAT + ": start it with the build that wrote the checkpoint");
        }
        DayPane pane = new DayPane(cells);
        int cell = 0;
        while (in.hasRemaining()) {
            cell += read(in);
            int part = unfold(read(in));
            int whole = unfold(read(in));
            pane.add(cell, part, whole);
        }
        return pane;
    }

    private static int fold(int value) {
        return value << 1 ^ value >> 31;
    }

    private static int unfold(int folded) {
        return folded >>> 1 ^ -(folded & 1);
    }

    private static void write(ByteArrayOutputStream out, int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
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
}
