package vaiwg.statistics.signals.charts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import vaiwg.statistics.signals.Signal;

/**
 * The signal that is open on a chart.
 *
 * @param rule the rule that raised it
 * @param side 1 above the centre, -1 below
 * @param state how to take it
 * @param day the last day of the block that raised it
 * @param since the first day of what the rule looked at
 * @param published whether it was put on record: only what is singled out is
 */
record SignalStatus(SpcRule rule, int side, Signal.State state, int day, int since, boolean published) {
    /** In state, where 0 is no signal. */
    private static final int FIRST_STATE = 1;

    /** The same, put on record in a state. */
    SignalStatus publishedAs(Signal.State other) {
        return new SignalStatus(rule, side, other, day, since, true);
    }

    /** Whether another block that completes a rule only goes on with it: on the same side, and of the data where this is, else of the service. */
    boolean goesOnWith(int otherSide, Signal.State other) {
        return side == otherSide && (state == Signal.State.DATA_QUALITY) == (other == Signal.State.DATA_QUALITY);
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(rule.ordinal());
        out.writeByte(side);
        out.writeByte(FIRST_STATE + state.ordinal());
        out.writeInt(day);
        out.writeInt(since);
        out.writeBoolean(published);
    }

    static SignalStatus read(DataInput in) throws IOException {
        return new SignalStatus(
                SpcRule.values()[in.readByte()],
                in.readByte(),
                Signal.State.values()[in.readByte() - FIRST_STATE],
                in.readInt(),
                in.readInt(),
                in.readBoolean());
    }
}
