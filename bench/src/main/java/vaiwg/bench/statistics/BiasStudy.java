package vaiwg.bench.statistics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vaiwg.demo.synthetic.Draw;
import vaiwg.kpis.reference.Cause;
import vaiwg.statistics.attrition.CumulativeIncidence;
import vaiwg.statistics.attrition.Estimate;
import vaiwg.statistics.attrition.Exit;
import vaiwg.statistics.attrition.LexisTable;
import vaiwg.statistics.attrition.ReportingDelay;

/** Every figure of victim attrition against what the simulated force knows of its cases in the end. */
final class BiasStudy {
    static final int[] HORIZONS = {28, 90, 180, 365};
    static final int[] WINDOWS = {28, 90, 365};
    /** The name of the frozen figure. */
    static final String MATURED = "matured, cohorts of a year";

    private static final long PURPOSE = 7;
    private static final long TRUTH = 8;
    private static final double PER_DAY = 50;
    private static final int YEAR = 365;
    /** The day as at which figures are made: the oldest cohort of the longest figure was recorded after the first day. */
    private static final int AS_AT = Watch.FIRST_DAY + 3 * YEAR + 30;

    private static final int LAST_OF_TRUTH = 400;
    private static final Set<Cause> OUTCOME_16 = Set.of(Cause.OUTCOME_16);

    private final Map<String, MeanOfRuns[]> differences = new LinkedHashMap<>();
    private final MeanOfRuns[] waiting = samples();
    private final double[] truth;

    BiasStudy(int runs, long seed) {
        truth = truth(seed);
        for (int run = 0; run < runs; run++) {
            history(Draw.at(seed, PURPOSE, run));
        }
    }

    /** What is true at each of {@link #HORIZONS}, of cases that are not removed by then. */
    double[] truth() {
        return truth;
    }

    /** At each of {@link #HORIZONS}, the share of cases whose outcome 16 was decided in time and entered too late to be frozen. */
    MeanOfRuns[] waiting() {
        return waiting;
    }

    /** By figure, the difference from the truth at each of {@link #HORIZONS}. */
    Map<String, MeanOfRuns[]> differences() {
        return differences;
    }

    private void history(Draw draw) {
        Cases cases = new Cases();
        SimulatedCases simulated = simulated(PER_DAY, draw);
        for (int day = Watch.FIRST_DAY; day < AS_AT; day++) {
            cases.today = day;
            simulated.tell(day, cases);
        }
        for (int i = 0; i < HORIZONS.length; i++) {
            int horizon = HORIZONS[i];
            int first = AS_AT - horizon - YEAR - Watch.FIRST_DAY;
            sample("settled, cohorts of a year", i).add(share(cases.settled[i], cases.present[i], first) - truth[i]);
            double matured = share(cases.matured[i], cases.then[i], first);
            sample(MATURED, i).add(matured - truth[i]);
            double settledBefore = share(cases.settled[i], cases.present[i], first - YEAR);
            double maturedBefore = share(cases.matured[i], cases.then[i], first - YEAR);
            sample("the same, raised as the year before was", i)
                    .add(matured * settledBefore / maturedBefore - truth[i]);
            waiting[i].add(share(cases.waiting[i], cases.present[i], first));
            int last = AS_AT - 1 - cases.delay.asAt(AS_AT - 1);
            for (int window : WINDOWS) {
                double estimate = CumulativeIncidence.within(
                                horizon,
                                cases.table.window(window, horizon, last).exposure())
                        .flatMap(incidence -> incidence.estimate(OUTCOME_16))
                        .map(Estimate::value)
                        .orElseThrow();
                sample("incidence, events of " + window + " days", i).add(estimate - truth[i]);
            }
        }
    }

    private MeanOfRuns sample(String figure, int horizon) {
        return differences.computeIfAbsent(figure, name -> samples())[horizon];
    }

    private static MeanOfRuns[] samples() {
        MeanOfRuns[] samples = new MeanOfRuns[HORIZONS.length];
        Arrays.setAll(samples, i -> new MeanOfRuns());
        return samples;
    }

    private static double share(int[] part, int[] whole, int first) {
        double parts = 0;
        double wholes = 0;
        for (int cohort = first; cohort < first + YEAR; cohort++) {
            parts += part[cohort];
            wholes += whole[cohort];
        }
        return parts / wholes;
    }

    /** A hundred times as many cases, followed to their end. */
    private static double[] truth(long seed) {
        Cases cases = new Cases();
        SimulatedCases simulated = simulated(20 * PER_DAY, Draw.at(seed, TRUTH));
        int end = Watch.FIRST_DAY + 2 * LAST_OF_TRUTH;
        for (int day = Watch.FIRST_DAY; day < end; day++) {
            cases.today = day;
            simulated.tell(day, cases);
        }
        double[] truth = new double[HORIZONS.length];
        for (int i = 0; i < HORIZONS.length; i++) {
            truth[i] = share(cases.settled[i], cases.present[i], 0);
        }
        return truth;
    }

    private static SimulatedCases simulated(double perDay, Draw draw) {
        return new SimulatedCases(CrimeKind.one(perDay), Conditions.steady(Conditions.USUAL_REPORTING_DELAY), draw);
    }

    /** What the figures are made of, by horizon and day of recording. */
    private static final class Cases implements SimulatedCases.Receiver {
        private static final int DAYS = 4 * YEAR;

        final LexisTable table = new LexisTable();
        final ReportingDelay delay = new ReportingDelay(YEAR);
        final int[][] settled = new int[HORIZONS.length][DAYS];
        final int[][] present = new int[HORIZONS.length][DAYS];
        final int[][] matured = new int[HORIZONS.length][DAYS];
        final int[][] then = new int[HORIZONS.length][DAYS];
        /** Of {@link #settled}, those entered after their horizon. */
        final int[][] waiting = new int[HORIZONS.length][DAYS];

        int today;

        @Override
        public void record(int crime, int recordedDay) {
            table.addRecorded(recordedDay, 1);
            for (int i = 0; i < HORIZONS.length; i++) {
                present[i][recordedDay - Watch.FIRST_DAY]++;
                then[i][recordedDay - Watch.FIRST_DAY]++;
            }
        }

        @Override
        public void end(int crime, int recordedDay, int decidedDay, int knownDay, Cause cause, int sign) {
            Exit exit = new Exit(recordedDay, decidedDay, cause, knownDay);
            table.addExit(exit, sign);
            delay.add(exit, sign);
            for (int i = 0; i < HORIZONS.length; i++) {
                count(i, exit, sign);
            }
        }

        private void count(int i, Exit exit, int sign) {
            int cohort = exit.recorded() - Watch.FIRST_DAY;
            boolean inTime = exit.age() < HORIZONS[i];
            // Frozen at the midnight with which the horizon ends.
            boolean knownThen = today < exit.recorded() + HORIZONS[i];
            if (exit.cause() == Cause.REMOVED) {
                present[i][cohort] -= inTime ? sign : 0;
                then[i][cohort] -= knownThen ? sign : 0;
            } else if (exit.cause() == Cause.OUTCOME_16) {
                settled[i][cohort] += inTime ? sign : 0;
                matured[i][cohort] += knownThen ? sign : 0;
                waiting[i][cohort] += inTime && exit.known() >= exit.recorded() + HORIZONS[i] ? sign : 0;
            }
        }
    }
}
