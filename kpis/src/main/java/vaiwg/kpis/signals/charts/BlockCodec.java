package vaiwg.kpis.signals.charts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How blocks are stored, now and by earlier builds. How a stock stood before a block is told by the block before it, and not stored. */
final class BlockCodec {
    static final byte FORMAT = 3;
    /** Blocks without the days of what is not counted. */
    private static final byte WITHOUT_REST = 2;
    /** Blocks without the days of events as well, nor in which way the data moved. */
    private static final byte WITHOUT_DAYS = 1;

    private BlockCodec() {}

    static boolean knows(byte format) {
        return format >= WITHOUT_DAYS && format <= FORMAT;
    }

    static void write(List<Block> blocks, DataOutput out) throws IOException {
        out.writeInt(blocks.size());
        for (Block block : blocks) {
            out.writeInt(block.firstDay());
            out.writeInt(block.part());
            out.writeInt(block.whole());
            out.writeInt(block.eventDays());
            out.writeInt(block.restDays());
            out.writeBoolean(block.redefined());
            out.writeBoolean(block.recordsMoved());
        }
    }

    static List<Block> read(DataInput in, byte format) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int firstDay = in.readInt();
            int part = in.readInt();
            int whole = in.readInt();
            int eventDays = format > WITHOUT_DAYS ? in.readInt() : Block.UNKNOWN_DAYS;
            int restDays = format > WITHOUT_REST ? in.readInt() : Block.UNKNOWN_DAYS;
            boolean redefined = format > WITHOUT_DAYS && in.readBoolean();
            blocks.add(new Block(firstDay, part, whole, eventDays, restDays, null, redefined, in.readBoolean()));
        }
        return blocks;
    }
}
