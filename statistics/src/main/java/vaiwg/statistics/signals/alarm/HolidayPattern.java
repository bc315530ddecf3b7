package vaiwg.statistics.signals.alarm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import vaiwg.kpis.time.WorkingDays;

/**
 * What a bank holiday of England and Wales does to the days on and after it, against the same weekdays of an ordinary week.
 *
 * <p>A factor for bank holidays alone is not enough: what was not decided on them is decided on the next working day, and entered
 * over the week that follows, and no two holidays lie alike in the week. So a small model says where the work goes: a decision due
 * on a free day is made then with some chance, else waits for the next day; an entry follows after some days. Its two numbers are
 * those under which the reference year is likeliest. Ordinary weekends cancel out; the factors of weekdays are measured.
 *
 * @param decidedOnFreeDays the chance that a decision due on a free day is made on it
 * @param daysToEntry mean days from a decision to its entry
 * @param factors what is expected of each day from the first on, against the same weekday of an ordinary week
 */
public record HolidayPattern(double decidedOnFreeDays, double daysToEntry, double[] factors) {
    /** Without effect: every factor is 1. */
    public static final HolidayPattern NONE = new HolidayPattern(0, 0, new double[0]);

    private static final int FIRST = Math.toIntExact(LocalDate.of(2015, 1, 1).toEpochDay());
    private static final int END = Math.toIntExact(LocalDate.of(2029, 1, 1).toEpochDay());
    private static final double[] DECIDED_ON_FREE_DAYS = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1};
    private static final double[] DAYS_TO_ENTRY = {0, 0.5, 1, 2, 3, 4, 6, 9};

    /**
     * The pattern under which a reference year is likeliest; {@link #NONE} where it holds too few outcomes.
     *
     * @param workingDays those of the force
     * @param days the whole force, which tells most of how it works
     */
    static HolidayPattern fit(WorkingDays workingDays, RiskDays days, int from, OutcomeSet outcomes) {
        return all(workingDays)
                .flatMap(pattern -> Baseline.fit(days, from, outcomes, pattern).stream())
                .max(Comparator.comparingDouble(Baseline::logLikelihood))
                .map(Baseline::holidays)
                .orElse(NONE);
    }

    /** The pattern with these two numbers. */
    static HolidayPattern of(WorkingDays workingDays, double decidedOnFreeDays, double daysToEntry) {
        return decidedOnFreeDays == 0
                ? NONE
                : pattern(free(workingDays::isWorking), weekends(), decidedOnFreeDays, daysToEntry);
    }

    /** What is expected of a day, against the same weekday of an ordinary week. */
    public double factor(int day) {
        int index = day - FIRST;
        return index >= 0 && index < factors.length ? factors[index] : 1;
    }

    private static Stream<HolidayPattern> all(WorkingDays workingDays) {
        boolean[] free = free(workingDays::isWorking);
        boolean[] weekends = weekends();
        return Arrays.stream(DECIDED_ON_FREE_DAYS)
                .boxed()
                .flatMap(decided ->
                        DoubleStream.of(DAYS_TO_ENTRY).mapToObj(entry -> pattern(free, weekends, decided, entry)));
    }

    private static HolidayPattern pattern(boolean[] free, boolean[] weekends, double decided, double entry) {
        double[] factors = entries(free, decided, entry);
        double[] ordinary = entries(weekends, decided, entry);
        for (int i = 0; i < factors.length; i++) {
            factors[i] /= ordinary[i];
        }
        return new HolidayPattern(decided, entry, factors);
    }

    private static boolean[] weekends() {
        return free(date -> date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue());
    }

    private static boolean[] free(Predicate<LocalDate> isWorking) {
        boolean[] free = new boolean[END - FIRST];
        for (int i = 0; i < free.length; i++) {
            free[i] = !isWorking.test(LocalDate.ofEpochDay(FIRST + i));
        }
        return free;
    }

    /** Entries on each day where one decision falls due a day. */
    private static double[] entries(boolean[] free, double decidedOnFreeDays, double daysToEntry) {
        double[] entries = new double[free.length];
        double undecided = 0;
        double unentered = daysToEntry;
        for (int i = 0; i < free.length; i++) {
            undecided++;
            double decided = free[i] ? decidedOnFreeDays * undecided : undecided;
            undecided -= decided;
            unentered += decided;
            entries[i] = unentered / (1 + daysToEntry);
            unentered -= entries[i];
        }
        return entries;
    }
}
