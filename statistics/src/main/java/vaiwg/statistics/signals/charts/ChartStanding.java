package vaiwg.statistics.signals.charts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The signal that stands on a chart.
 *
 * @param rule the rule that raised it
 * @param side 1 above the centre, -1 below
 * @param state {@link SignalState#NONE} is none of them
 * @param day the last day of the block that raised it
 * @param since the first day of what the rule looked at
 * @param told whether it was put on record: only what is singled out is
 */
record ChartStanding(SpcRule rule, int side, SignalState state, int day, int since, boolean told) {
    /** The same, put on record in a state. */
    ChartStanding tellingOf(SignalState other) {
        return new ChartStanding(rule, side, other, day, since, true);
    }

    /** Whether it speaks of the service, and of the same side: another block that completes a rule there only goes on with it. */
    boolean goesOnWith(int otherSide) {
        return state != SignalState.DATA_QUALITY && side == otherSide;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(rule.ordinal());
        out.writeByte(side);
        out.writeByte(state.ordinal());
        out.writeInt(day);
        out.writeInt(since);
        out.writeBoolean(told);
    }

    static ChartStanding read(DataInput in) throws IOException {
        return new ChartStanding(
                SpcRule.values()[in.readByte()],
                in.readByte(),
                SignalState.values()[in.readByte()],
                in.readInt(),
                in.readInt(),
                in.readBoolean());
    }
}
