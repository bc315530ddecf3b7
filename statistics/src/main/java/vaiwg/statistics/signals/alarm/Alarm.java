package vaiwg.statistics.signals.alarm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import vaiwg.statistics.signals.DataMoves;

/**
 * An alarm as it was raised. It says that the number of outcomes differs from what the reference year lets expect; it says nothing
 * of a victim.
 *
 * @param raisedAt the midnight at which it was published, by the day that the midnight begins
 * @param day the day whose outcomes brought the score beyond the threshold
 * @param evidenceFrom since about when the outcomes differ
 * @param atRisk cases open on {@code day}
 * @param observed outcomes from {@code evidenceFrom} to {@code day}
 * @param expected those that were expected
 * @param dispersion σ_z of the series, 1 or more
 * @param joined whether an alarm of the same direction, which did not speak of the data, stood already in a stratum of which this is a
 *     part, or the other way round: one cause is counted once
 * @param dataMoved whether the data changed in the time of its evidence, so that it speaks of the data first
 */
public record Alarm(
        Stratum stratum,
        OutcomeSet outcomes,
        Shift shift,
        int raisedAt,
        int day,
        int evidenceFrom,
        int atRisk,
        int observed,
        double expected,
        double dispersion,
        boolean joined,
        boolean dataMoved) {
    /** Whether it calls for action: a rise, the first of its cause, in days in which the data did not change. */
    boolean calls() {
        return shift == Shift.RISE && !joined && !dataMoved;
    }

    /** Whether the data changed between the day from which the outcomes differ and the day that raised it. */
    boolean isOfDays(DataMoves moves) {
        return moves.in(outcomes.kpi(), stratum.theme(), evidenceFrom, day);
    }

    /** The same alarm, by what is known of the data. */
    public Alarm withDataMoved(boolean moved) {
        return with(joined, moved);
    }

    /** The same alarm, by what else stands. */
    public Alarm withJoined(boolean toAnother) {
        return with(toAnother, dataMoved);
    }

    private Alarm with(boolean toAnother, boolean moved) {
        return new Alarm(
                stratum,
                outcomes,
                shift,
                raisedAt,
                day,
                evidenceFrom,
                atRisk,
                observed,
                expected,
                dispersion,
                toAnother,
                moved);
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(stratum.ordinal());
        out.writeByte(outcomes.ordinal());
        out.writeByte(shift.ordinal());
        out.writeInt(raisedAt);
        out.writeInt(day);
        out.writeInt(evidenceFrom);
        out.writeInt(atRisk);
        out.writeInt(observed);
        out.writeDouble(expected);
        out.writeDouble(dispersion);
        out.writeBoolean(joined);
        out.writeBoolean(dataMoved);
    }

    static Alarm read(DataInput in) throws IOException {
        return new Alarm(
                Stratum.values()[in.readByte()],
                OutcomeSet.values()[in.readByte()],
                Shift.values()[in.readByte()],
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                in.readBoolean(),
                in.readBoolean());
    }
}
