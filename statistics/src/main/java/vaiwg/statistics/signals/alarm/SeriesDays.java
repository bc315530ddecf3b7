package vaiwg.statistics.signals.alarm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Observed and expected outcomes of one series, day by day, from the end of its reference year on. */
public final class SeriesDays {
    private final Baseline baseline;
    private final OutcomeSet outcomes;
    private final int firstDay;
    private final LearnedLevel level;
    private int through;
    private int[] observed = new int[512];
    /** Outcomes that were expected going by the reference year alone, and with what was learned since. */
    private double[] byReference = new double[512];

    private double[] expected = new double[512];

    SeriesDays(Baseline baseline, OutcomeSet outcomes, int firstDay) {
        this.baseline = baseline;
        this.outcomes = outcomes;
        this.firstDay = firstDay;
        this.level = new LearnedLevel(baseline.daily() * Baseline.DAYS);
        this.through = firstDay - 1;
    }

    /** Reads a table's days again, from a day on. What is expected of a day is calculated once, by what is known at its end. */
    void refresh(RiskDays days, int from) {
        ensure(days.through());
        for (int day = Math.max(from, firstDay); day <= days.through(); day++) {
            int index = day - firstDay;
            if (day > through) {
                byReference[index] = baseline.expected(days, day);
            }
            observed[index] = judged(days.firstKnown(day, outcomes), days.ended(day, outcomes));
            expected[index] = byReference[index] * level.on(index);
            level.put(index, observed[index], byReference[index]);
        }
        through = days.through();
    }

    /**
     * The outcomes for which a day is judged. A few are entered by error and taken back; as many of the reference year were, so that
     * tells nothing, and to follow every correction would shake the score without need. Where more is taken back, what stands counts.
     */
    private int judged(int saidAtFirst, int stands) {
        return baseline.isUsual(saidAtFirst, saidAtFirst - stands) ? Math.max(saidAtFirst, stands) : stands;
    }

    public Baseline baseline() {
        return baseline;
    }

    /** The first day after the reference year. */
    public int firstDay() {
        return firstDay;
    }

    public int through() {
        return through;
    }

    /** O, the outcomes that became known on a day, without those taken back since where these are more than usual. */
    public int observed(int day) {
        return observed[day - firstDay];
    }

    /** E, those that were expected to become known on it. */
    public double expected(int day) {
        return expected[day - firstDay];
    }

    /** Writes what was expected, which cannot be recomputed from the cases as they are known now. */
    void write(DataOutput out) throws IOException {
        out.writeInt(through);
        for (int day = firstDay; day <= through; day++) {
            out.writeDouble(byReference[day - firstDay]);
        }
    }

    void read(DataInput in) throws IOException {
        through = in.readInt();
        ensure(through);
        for (int day = firstDay; day <= through; day++) {
            byReference[day - firstDay] = in.readDouble();
        }
    }

    private void ensure(int last) {
        int length = last - firstDay + 1;
        if (length > observed.length) {
            observed = Arrays.copyOf(observed, 2 * length);
            byReference = Arrays.copyOf(byReference, 2 * length);
            expected = Arrays.copyOf(expected, 2 * length);
        }
    }
}
