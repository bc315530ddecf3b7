package vaiwg.bench.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import vaiwg.demo.synthetic.Draw;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.CodeMaps;

/** The cases of a simulated force, day by day as they become known: recorded, ended, corrected, removed. */
final class SimulatedCases {
    private static final int AHEAD = 1024;
    private static final Cause[] CAUSES = Cause.values();

    private static final int LAST_DAY = Math.toIntExact(LocalDate.of(2050, 1, 1).toEpochDay());
    private static final BitSet FREE_DAYS = freeDays();

    /** An end packed into a number: two days of 20 bits, the cause, whether it is taken back, the kind of crime, the delay. */
    private static final int DAY_MASK = 0xFFFFF;

    private static final int RECORDED_AT = 20;
    private static final int CAUSE_AT = 40;
    private static final int TAKEN_BACK_AT = 43;
    private static final int CRIME_AT = 44;
    private static final int CRIME_MASK = 0x3F;
    private static final int DELAY_AT = 50;

    private final List<CrimeKind> crimes;
    private final Conditions conditions;
    private final Draw draw;
    /** What becomes known on each of the coming days, packed. */
    private final long[][] coming = new long[AHEAD][64];

    private final int[] count = new int[AHEAD];
    private final boolean[] batch = new boolean[AHEAD];

    /** Who is told what became known on a day; {@code crime} is the place in the list of kinds. */
    interface Receiver {
        void record(int crime, int recordedDay);

        /** @param decidedDay when it ended; known on {@code knownDay} */
        void end(int crime, int recordedDay, int decidedDay, int knownDay, Cause cause, int sign);
    }

    SimulatedCases(List<CrimeKind> crimes, Conditions conditions, Draw draw) {
        this.crimes = crimes;
        this.conditions = conditions;
        this.draw = draw;
        for (int day = 0; day < AHEAD; day++) {
            batch[day] = draw.chance(conditions.batchDays());
        }
    }

    /** Records a day's crimes and tells all that becomes known on it. To be called for every day in turn. */
    void tell(int day, Receiver receiver) {
        for (int crime = 0; crime < crimes.size(); crime++) {
            double mean = crimes.get(crime).perDay() * (day >= conditions.surgeFrom() ? Conditions.SURGE : 1);
            for (int left = draw.poisson(mean); left > 0; left--) {
                receiver.record(crime, day);
                plan(crime, day);
            }
        }
        int slot = day % AHEAD;
        for (int i = 0; i < count[slot]; i++) {
            long packed = coming[slot][i];
            int known = (int) packed & DAY_MASK;
            receiver.end(
                    (int) (packed >>> CRIME_AT) & CRIME_MASK,
                    (int) (packed >>> RECORDED_AT) & DAY_MASK,
                    known - (int) (packed >>> DELAY_AT),
                    known,
                    CAUSES[(int) (packed >>> CAUSE_AT) & 7],
                    (packed >>> TAKEN_BACK_AT & 1) == 0 ? 1 : -1);
        }
        count[slot] = 0;
        batch[slot] = draw.chance(conditions.batchDays());
    }

    private void plan(int crime, int day) {
        DelayCurve curve = crimes.get(crime).curve();
        DelayCurve.End end = curve.draw(draw);
        int age = end == null ? DelayCurve.DAYS : end.age();
        Cause cause = end == null ? Cause.OTHER_OUTCOME : end.cause();
        if (conditions.riseFrom() != Conditions.NEVER) {
            int extra = curve.drawExtra(Math.max(0, conditions.riseFrom() - day), Conditions.RISE, draw);
            if (extra < age) {
                age = extra;
                cause = Cause.OUTCOME_16;
            }
        }
        int decided = age >= DelayCurve.DAYS ? Conditions.NEVER : worked(day + age);
        int known = decided == Conditions.NEVER ? Conditions.NEVER : entered(day, decided);
        if (draw.chance(Conditions.REMOVED)) {
            int removed = day + (int) draw.exponential(Conditions.DAYS_TO_REMOVAL);
            if (removed < known) {
                decided = removed;
                known = removed;
                cause = Cause.REMOVED;
            }
        }
        if (known == Conditions.NEVER || known - day >= AHEAD - 1) {
            return;
        }
        add(known, crime, day, decided, known, cause, 1);
        if (cause == Cause.OUTCOME_16 && draw.chance(Conditions.WRONG)) {
            int corrected = known + 1 + (int) draw.exponential(Conditions.DAYS_TO_CORRECTION);
            if (corrected - day < AHEAD) {
                add(corrected, crime, day, decided, known, cause, -1);
                add(corrected, crime, day, corrected, corrected, Cause.OTHER_OUTCOME, 1);
            }
        }
    }

    /** The day on which a decision that is due is made. */
    private int worked(int due) {
        int day = due;
        while (FREE_DAYS.get(day) && !draw.chance(Conditions.DECIDED_ON_FREE_DAYS)) {
            day++;
        }
        return day;
    }

    /** The day on which a decision is entered. */
    private int entered(int recorded, int decided) {
        int day = conditions.reportingDelay() == 0
                ? decided
                : decided + (int) (draw.unit() + draw.exponential(conditions.reportingDelay()));
        if (day - recorded < AHEAD - 1 && batch[day % AHEAD] && draw.chance(0.5)) {
            day++;
        }
        return day;
    }

    private static BitSet freeDays() {
        BitSet free = new BitSet();
        for (int day = 0; day < LAST_DAY; day++) {
            free.set(day, !CodeMaps.shipped().workingDays().isWorking(LocalDate.ofEpochDay(day)));
        }
        return free;
    }

    private void add(int when, int crime, int recordedDay, int decidedDay, int knownDay, Cause cause, int sign) {
        int slot = when % AHEAD;
        if (count[slot] == coming[slot].length) {
            coming[slot] = Arrays.copyOf(coming[slot], 2 * count[slot]);
        }
        coming[slot][count[slot]++] = (long) (knownDay - decidedDay) << DELAY_AT
                | (long) crime << CRIME_AT
                | (sign > 0 ? 0L : 1L) << TAKEN_BACK_AT
                | (long) cause.ordinal() << CAUSE_AT
                | (long) recordedDay << RECORDED_AT
                | knownDay;
    }
}
