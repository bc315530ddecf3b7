package vaiwg.studies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.demo.synthetic.Draw;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.statistics.attrition.Exit;
import vaiwg.statistics.signals.alarm.Stratum;

/** The cases of a simulated force, day by day as they become known: recorded, ended, corrected, removed. Days are day numbers. */
final class SimulatedCases {
    static final int NEVER = Integer.MAX_VALUE;
    /** Every simulated history begins here. */
    static final int FIRST_DAY = Math.toIntExact(LocalDate.of(2016, 1, 1).toEpochDay());
    /** By how much of it a hazard or a figure is higher that is to be noticed. */
    static final double RISE = 0.2;
    /** Mean days from a decision to its entry. */
    static final double REPORTING_DELAY = 3;
    /** Share of crimes cancelled, transferred or merged, and the mean days until then. */
    static final double REMOVED = 0.08;

    private static final double DAYS_TO_REMOVAL = 30;
    /** Share of outcomes 16 entered by error, and the mean days until another takes its place. */
    private static final double WRONG = 0.02;

    private static final double DAYS_TO_CORRECTION = 21;
    /** A decision due on a day on which nobody must work is made then with this chance, else on the next. */
    private static final double DECIDED_ON_FREE_DAYS = 0.4;

    private static final WorkingDays WORK = CodeMaps.shipped().workingDays();

    private final List<Kind> kinds;
    private final Conditions conditions;
    private final Draw draw;
    /** What becomes known, by the day. */
    private final Map<Integer, List<Ending>> coming = new HashMap<>();

    /** Crimes of one kind, so many a day, of some strata. */
    record Kind(double perDay, DelayCurve curve, List<Stratum> strata) {
        /** One kind in one stratum. */
        static List<Kind> one(double perDay) {
            return List.of(new Kind(perDay, DelayCurve.USUAL, List.of(Stratum.VAIWG)));
        }
    }

    /**
     * Under which the force works.
     *
     * @param reportingDelay mean days from a decision to its entry
     * @param riseFrom from when on the hazard of outcome 16 is one fifth higher, or {@link #NEVER}
     */
    record Conditions(double reportingDelay, int riseFrom) {
        static final Conditions STEADY = new Conditions(REPORTING_DELAY, NEVER);
    }

    /** Who is told what became known on a day. */
    interface Receiver {
        void record(Kind kind, int day);

        /** @param sign -1 where an end that was known is taken back */
        void end(Kind kind, Exit exit, int sign);
    }

    private record Ending(Kind kind, Exit exit, int sign) {}

    SimulatedCases(List<Kind> kinds, Conditions conditions, Draw draw) {
        this.kinds = kinds;
        this.conditions = conditions;
        this.draw = draw;
    }

    /** Records a day's crimes and tells all that becomes known on it. To be called for every day in turn. */
    void tell(int day, Receiver receiver) {
        for (Kind kind : kinds) {
            for (int left = draw.poisson(kind.perDay); left > 0; left--) {
                receiver.record(kind, day);
                plan(kind, day);
            }
        }
        List<Ending> now = coming.remove(day);
        if (now != null) {
            now.forEach(ending -> receiver.end(ending.kind, ending.exit, ending.sign));
        }
    }

    private void plan(Kind kind, int day) {
        DelayCurve.End end = kind.curve.draw(draw);
        int age = end == null ? DelayCurve.DAYS : end.age();
        Cause cause = end == null ? Cause.OTHER_OUTCOME : end.cause();
        if (conditions.riseFrom != NEVER) {
            int extra = kind.curve.drawExtra(Math.max(0, conditions.riseFrom - day), RISE, draw);
            cause = extra < age ? Cause.OUTCOME_16 : cause;
            age = Math.min(age, extra);
        }
        int decided = age >= DelayCurve.DAYS ? NEVER : worked(day + age);
        int known = decided == NEVER ? NEVER : entered(decided);
        int removed = draw.chance(REMOVED) ? day + (int) draw.exponential(DAYS_TO_REMOVAL) : NEVER;
        if (removed < known) {
            add(removed, kind, new Exit(day, removed, Cause.REMOVED, removed), 1);
        } else if (known != NEVER) {
            Exit exit = new Exit(day, decided, cause, known);
            add(known, kind, exit, 1);
            if (cause == Cause.OUTCOME_16 && draw.chance(WRONG)) {
                int corrected = known + 1 + (int) draw.exponential(DAYS_TO_CORRECTION);
                add(corrected, kind, exit, -1);
                add(corrected, kind, new Exit(day, corrected, Cause.OTHER_OUTCOME, corrected), 1);
            }
        }
    }

    private void add(int day, Kind kind, Exit exit, int sign) {
        coming.computeIfAbsent(day, any -> new ArrayList<>()).add(new Ending(kind, exit, sign));
    }

    /** The day on which a decision that is due is made. */
    private int worked(int due) {
        int day = due;
        while (!WORK.isWorking(LocalDate.ofEpochDay(day)) && !draw.chance(DECIDED_ON_FREE_DAYS)) {
            day++;
        }
        return day;
    }

    private int entered(int decided) {
        return conditions.reportingDelay == 0
                ? decided
                : decided + (int) (draw.unit() + draw.exponential(conditions.reportingDelay));
    }
}
