package vaiwg.statistics.signals.alarm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.Optional;
import vaiwg.kpis.time.WorkingDays;

/**
 * What is expected of a series, from a fixed reference year: the hazard by age, the factor of each weekday, what bank holidays do,
 * and how much more than by chance the days differ. Fitted once; later corrections to the reference year do not move it.
 *
 * <p>It takes every day as it was known at its end, outcomes and cases at risk: entered by error and taken back later are among the
 * former, and not among the latter. So is the newest day, which is to be judged. At fifty outcomes a day an expectation that is low by
 * two in a thousand costs a tenth of the time between false alarms.
 */
public final class Baseline {
    /** Days of a reference year. */
    public static final int DAYS = 365;
    /** With fewer outcomes in the reference year a series has no daily alarm: it could not tell a change from chance. */
    public static final int LEAST_OUTCOMES = 100;

    private static final int WEEK = 7;
    /** Day 0 of the day numbers is a Thursday, the fourth of the week. */
    private static final int WEEKDAY_OF_DAY_0 = 3;

    private final double[] hazard;
    private final double[] weekdays;
    private final HolidayPattern holidays;
    private double dispersion;
    private double daily;
    /** Of the outcomes that were said at first, the share that was not taken back by the end of the reference year. */
    private double retained;

    private double logLikelihood;

    private Baseline(double[] hazard, double[] weekdays, HolidayPattern holidays) {
        this.hazard = hazard;
        this.weekdays = weekdays;
        this.holidays = holidays;
    }

    /**
     * Fits the {@link #DAYS} days from {@code from} on; empty where they hold fewer than {@link #LEAST_OUTCOMES} outcomes.
     *
     * @param from a day of the table whose year is complete in it
     */
    public static Optional<Baseline> fit(RiskDays days, int from, OutcomeSet outcomes, HolidayPattern holidays) {
        Baseline baseline = new Baseline(hazard(days, from, outcomes), new double[WEEK], holidays);
        baseline.fitWeekdays(days, from, outcomes);
        baseline.fitDispersion(days, from, outcomes);
        return baseline.daily * DAYS < LEAST_OUTCOMES ? Optional.empty() : Optional.of(baseline);
    }

    /** How many of the set's outcomes are expected on a day of a table, given who was at risk on it as was known at its end. */
    public double expected(RiskDays days, int day) {
        return weekdays[weekday(day)] * holidays.factor(day) * crude(days, day);
    }

    /** The chance that a case in an age band ends so on an average day. */
    public double hazard(int band) {
        return hazard[band];
    }

    /** The factor of a weekday; about 1 on average. */
    public double factor(DayOfWeek weekday) {
        return weekdays[weekday.ordinal()];
    }

    /** What bank holidays do to the days on and after them. */
    public HolidayPattern holidays() {
        return holidays;
    }

    /** σ_z, the overdispersion: 1 where days differ as by chance alone, never below. */
    public double dispersion() {
        return dispersion;
    }

    /** Outcomes a day in the reference year. */
    public double daily() {
        return daily;
    }

    /** Outcomes a day, each weighted by its information where days differ more than by chance: the size that sets the threshold. */
    public double information() {
        return daily / (dispersion * dispersion);
    }

    /**
     * Whether of so many outcomes that were said of a day at first no more were taken back than usual errors explain: the mean, going
     * by the reference year, three standard deviations, and one.
     */
    public boolean isUsual(int saidAtFirst, int takenBack) {
        double mean = saidAtFirst * (1 - retained);
        return takenBack <= mean + 3 * Math.sqrt(mean) + 1;
    }

    /** How likely the reference year is under this baseline, but for a constant. */
    double logLikelihood() {
        return logLikelihood;
    }

    void write(DataOutput out) throws IOException {
        for (double value : hazard) {
            out.writeDouble(value);
        }
        for (double value : weekdays) {
            out.writeDouble(value);
        }
        out.writeDouble(holidays.decidedOnFreeDays());
        out.writeDouble(holidays.daysToEntry());
        out.writeDouble(dispersion);
        out.writeDouble(daily);
        out.writeDouble(retained);
    }

    static Baseline read(DataInput in, WorkingDays workingDays) throws IOException {
        double[] hazard = new double[AgeBand.COUNT];
        double[] weekdays = new double[WEEK];
        for (int band = 0; band < hazard.length; band++) {
            hazard[band] = in.readDouble();
        }
        for (int weekday = 0; weekday < WEEK; weekday++) {
            weekdays[weekday] = in.readDouble();
        }
        Baseline baseline =
                new Baseline(hazard, weekdays, HolidayPattern.of(workingDays, in.readDouble(), in.readDouble()));
        baseline.dispersion = in.readDouble();
        baseline.daily = in.readDouble();
        baseline.retained = in.readDouble();
        return baseline;
    }

    private static double[] hazard(RiskDays days, int from, OutcomeSet outcomes) {
        double[] hazard = new double[AgeBand.COUNT];
        for (int band = 0; band < hazard.length; band++) {
            long atRisk = 0;
            long ended = 0;
            for (int day = from; day < from + DAYS; day++) {
                atRisk += days.atRiskThen(day, band);
                ended += days.firstKnown(day, band, outcomes);
            }
            hazard[band] = atRisk == 0 ? 0 : (double) ended / atRisk;
        }
        return hazard;
    }

    private double crude(RiskDays days, int day) {
        double expected = 0;
        for (int band = 0; band < hazard.length; band++) {
            expected += days.atRiskThen(day, band) * hazard[band];
        }
        return expected;
    }

    private void fitWeekdays(RiskDays days, int from, OutcomeSet outcomes) {
        double[] crude = new double[WEEK];
        int total = 0;
        int kept = 0;
        for (int day = from; day < from + DAYS; day++) {
            int observed = days.firstKnown(day, outcomes);
            weekdays[weekday(day)] += observed;
            crude[weekday(day)] += holidays.factor(day) * crude(days, day);
            total += observed;
            kept += days.ended(day, outcomes);
        }
        for (int weekday = 0; weekday < WEEK; weekday++) {
            weekdays[weekday] = crude[weekday] == 0 ? 1 : weekdays[weekday] / crude[weekday];
        }
        daily = (double) total / DAYS;
        retained = total == 0 ? 1 : Math.min(1, (double) kept / total);
    }

    private void fitDispersion(RiskDays days, int from, OutcomeSet outcomes) {
        double squares = 0;
        int count = 0;
        for (int day = from; day < from + DAYS; day++) {
            double expected = expected(days, day);
            int observed = days.firstKnown(day, outcomes);
            if (expected > 0) {
                squares += (observed - expected) * (observed - expected) / expected;
                logLikelihood += observed * StrictMath.log(expected) - expected;
                count++;
            }
        }
        dispersion = Math.sqrt(Math.max(1, squares / (count - WEEK)));
    }

    private static int weekday(int day) {
        return Math.floorMod(day + WEEKDAY_OF_DAY_0, WEEK);
    }
}
