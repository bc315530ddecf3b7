package vaiwg.statistics.signals.alarm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import vaiwg.kpis.reference.Cause;

/**
 * One stratum, day by day: how many cases were at risk and how many ended, by age. Whole numbers only, and every change is an
 * addition, so the same cases give the same table in whatever order they become known.
 *
 * <p>A case is at risk on day t where it was recorded on t or before and had not ended before t; it is at risk on the day on which
 * its end becomes known. Days of becoming known are used throughout: by the day of the decision, the newest days would always lack
 * the decisions not yet entered.
 */
public final class RiskDays {
    private static final int COLUMNS = AgeBand.COUNT;
    /** Room for so many days at first: a force may be small. */
    private static final int DAYS = 64;

    private final int firstDay;
    private int through;
    /** Cases without a known end, by day of recording. */
    private int[] open = new int[DAYS];

    private int[] atRisk = new int[DAYS * COLUMNS];
    /** {@link #atRisk} of each day that is over, as it was known at its end. */
    private int[] atRiskThen = new int[DAYS * COLUMNS];

    private final int[][] ended = new int[OutcomeSet.ROWS][DAYS * COLUMNS];
    /** Those of {@link #ended} of all ages, by day. */
    private final int[][] endedOn = new int[OutcomeSet.ROWS][DAYS];

    /** Those of {@link #ended} that became known on their own day, taken back since or not. */
    private final int[][] firstKnown = new int[OutcomeSet.ROWS][DAYS * COLUMNS];
    /** Those of {@link #firstKnown} of all ages, by day. */
    private final int[][] firstKnownOn = new int[OutcomeSet.ROWS][DAYS];

    private int changedFrom;

    /** An empty table that begins with a day; nothing may be recorded before it. */
    public RiskDays(int firstDay) {
        this.firstDay = firstDay;
        this.through = firstDay - 1;
        this.changedFrom = firstDay;
    }

    public int firstDay() {
        return firstDay;
    }

    /** The last day that it tells of; {@code firstDay - 1} before the first. */
    public int through() {
        return through;
    }

    /** Begins the next day: all who are open are at risk on it. */
    public void advance() {
        if (through >= firstDay) {
            int last = (through - firstDay) * COLUMNS;
            System.arraycopy(atRisk, last, atRiskThen, last, COLUMNS);
        }
        changedFrom = Math.min(changedFrom, ++through);
        ensure(through - firstDay + 1);
        int row = (through - firstDay) * COLUMNS;
        int oldest = Math.max(firstDay, through - AgeBand.HORIZON + 1);
        for (int day = oldest; day < through; day++) {
            atRisk[row + AgeBand.of(through - day)] += open[day - firstDay];
        }
    }

    /**
     * Cases came, or are taken back.
     *
     * @param recordedDay not after {@link #through}
     * @param times how many came, negative where they are taken back
     */
    public void record(int recordedDay, int times) {
        open[recordedDay - firstDay] += times;
        addAtRisk(recordedDay, recordedDay, times);
    }

    /**
     * The end of recorded cases became known, or is taken back.
     *
     * @param knownDay when it became known, not after {@link #through}; one before the recording counts as age 0
     * @param times how many, negative where they are taken back
     */
    public void end(int recordedDay, int knownDay, Cause cause, int times) {
        int day = Math.max(knownDay, recordedDay);
        open[recordedDay - firstDay] -= times;
        addAtRisk(recordedDay, day + 1, -times);
        int age = day - recordedDay;
        int row = OutcomeSet.row(cause);
        if (row >= 0 && age < AgeBand.HORIZON) {
            int place = (day - firstDay) * COLUMNS + AgeBand.of(age);
            ended[row][place] += times;
            endedOn[row][day - firstDay] += times;
            if (day == through) {
                firstKnown[row][place] += times;
                firstKnownOn[row][day - firstDay] += times;
            }
            changedFrom = Math.min(changedFrom, day);
        }
    }

    /** How many cases in an age band were at risk on a day. */
    public int atRisk(int day, int band) {
        return atRisk[(day - firstDay) * COLUMNS + band];
    }

    /** How many cases in an age band were at risk on a day, as was known at its end: errors found since are in it. */
    public int atRiskThen(int day, int band) {
        return (day == through ? atRisk : atRiskThen)[(day - firstDay) * COLUMNS + band];
    }

    /** How many watched cases were at risk on a day. */
    public int atRisk(int day) {
        int row = (day - firstDay) * COLUMNS;
        return Arrays.stream(atRisk, row, row + COLUMNS).sum();
    }

    public int ended(int day, int band, OutcomeSet outcomes) {
        return outcomes.sum(ended, (day - firstDay) * COLUMNS + band);
    }

    public int ended(int day, OutcomeSet outcomes) {
        return outcomes.sum(endedOn, day - firstDay);
    }

    /** How many were said on the day itself to have ended so, in an age band, whatever was said later. */
    public int firstKnown(int day, int band, OutcomeSet outcomes) {
        return outcomes.sum(firstKnown, (day - firstDay) * COLUMNS + band);
    }

    /** How many were said on the day itself to have ended in one of the set's outcomes. */
    public int firstKnown(int day, OutcomeSet outcomes) {
        return outcomes.sum(firstKnownOn, day - firstDay);
    }

    /** The earliest day that changed since the last call; the day after {@link #through} where none did. */
    public int takeChangedFrom() {
        int from = changedFrom;
        changedFrom = through + 1;
        return from;
    }

    /** Writes what cannot be recomputed from the cases as they are known now, by age: {@link #atRiskThen}, {@link #firstKnown}. */
    void writeFirstKnown(DataOutput out) throws IOException {
        for (int place = 0; place < (through - firstDay) * COLUMNS; place++) {
            out.writeInt(atRiskThen[place]);
        }
        for (int[] row : firstKnown) {
            for (int place = 0; place < (through - firstDay + 1) * COLUMNS; place++) {
                out.writeShort(row[place]);
            }
        }
    }

    void readFirstKnown(DataInput in) throws IOException {
        for (int place = 0; place < (through - firstDay) * COLUMNS; place++) {
            atRiskThen[place] = in.readInt();
        }
        for (int[] row : firstKnown) {
            for (int place = 0; place < (through - firstDay + 1) * COLUMNS; place++) {
                row[place] = in.readShort();
            }
        }
        for (int row = 0; row < OutcomeSet.ROWS; row++) {
            for (int day = 0; day <= through - firstDay; day++) {
                firstKnownOn[row][day] = Arrays.stream(firstKnown[row], day * COLUMNS, (day + 1) * COLUMNS)
                        .sum();
            }
        }
    }

    /** {@link #firstKnown} of all ages together, from a day on: enough where the reference year is over. */
    void writeFirstKnownOn(DataOutput out, int from) throws IOException {
        for (int[] row : firstKnownOn) {
            for (int day = from; day <= through; day++) {
                out.writeShort(row[day - firstDay]);
            }
        }
    }

    void readFirstKnownOn(DataInput in, int from) throws IOException {
        for (int[] row : firstKnownOn) {
            for (int day = from; day <= through; day++) {
                row[day - firstDay] = in.readShort();
            }
        }
    }

    private void addAtRisk(int recordedDay, int from, int times) {
        int last = Math.min(through, recordedDay + AgeBand.HORIZON - 1);
        for (int day = from; day <= last; day++) {
            atRisk[(day - firstDay) * COLUMNS + AgeBand.of(day - recordedDay)] += times;
        }
        if (from <= last) {
            changedFrom = Math.min(changedFrom, from);
        }
    }

    private void ensure(int days) {
        if (days > open.length) {
            int length = Math.max(days, open.length * 2);
            open = Arrays.copyOf(open, length);
            atRisk = Arrays.copyOf(atRisk, length * COLUMNS);
            atRiskThen = Arrays.copyOf(atRiskThen, length * COLUMNS);
            for (int row = 0; row < ended.length; row++) {
                ended[row] = Arrays.copyOf(ended[row], length * COLUMNS);
                endedOn[row] = Arrays.copyOf(endedOn[row], length);
                firstKnown[row] = Arrays.copyOf(firstKnown[row], length * COLUMNS);
                firstKnownOn[row] = Arrays.copyOf(firstKnownOn[row], length);
            }
        }
    }
}
