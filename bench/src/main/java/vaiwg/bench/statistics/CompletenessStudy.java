package vaiwg.bench.statistics;

import java.util.stream.IntStream;
import vaiwg.demo.synthetic.Draw;

/**
 * How often {@code VaiwgCompletenessFall} fires in a force whose records are as complete as ever. The rule is that of
 * {@code prometheus/rules/completeness.yml}, asked each midnight: of the newest 28 days more than five points, and more than three sigma,
 * below the year that holds them, with 30 cases at least. Shares below ten per cent, of which the rule asks for half in the place of five
 * points, are not studied: three sigma of as few cases reach below nothing, and of many the half is far beyond chance.
 */
final class CompletenessStudy {
    /** What the four measures are of: all crimes twice, those that end with outcome 16, and those decided. */
    private static final double[] CRIMES_A_DAY = {100, 100, CrimeKind.SHARE_16 * 100, 90};

    private static final double[] THEMES = {0.09, 0.06, 0.25, 0.60};
    private static final int TOTAL = THEMES.length;
    private static final long PURPOSE = 9;
    private static final int MONTH = 28;
    private static final int YEAR = 365;
    private static final int MONTHS_A_YEAR = 12;
    private static final int LEAST = 30;
    private static final double POINTS = 0.05;
    private static final double SIGMAS = 3;
    private static final double LOWEST_SHARE = 0.6;
    private static final double HIGHEST_SHARE = 0.95;

    private final MeanOfRuns mattersAMonth = new MeanOfRuns();

    CompletenessStudy(int forces, int years, long seed) {
        IntStream.range(0, forces)
                .parallel()
                .mapToObj(force -> IntStream.range(0, CRIMES_A_DAY.length)
                        .map(measure -> matters(CRIMES_A_DAY[measure], years, Draw.at(seed, PURPOSE, force, measure)))
                        .sum())
                .toList()
                .forEach(matters -> mattersAMonth.add((double) matters / years / MONTHS_A_YEAR));
    }

    /** Alerts of a measure while none of it is active; its themes and total are one. */
    MeanOfRuns mattersAMonth() {
        return mattersAMonth;
    }

    private static int matters(double perDay, int years, Draw draw) {
        double share = LOWEST_SHARE + (HIGHEST_SHARE - LOWEST_SHARE) * draw.unit();
        int days = (years + 1) * YEAR;
        int[][] complete = new int[TOTAL + 1][days + 1];
        int[][] cases = new int[TOTAL + 1][days + 1];
        boolean active = false;
        int matters = 0;
        for (int day = 1; day <= days; day++) {
            complete[TOTAL][day] = complete[TOTAL][day - 1];
            cases[TOTAL][day] = cases[TOTAL][day - 1];
            for (int theme = 0; theme < TOTAL; theme++) {
                int came = draw.poisson(perDay * THEMES[theme]);
                int full = 0;
                for (int i = 0; i < came; i++) {
                    full += draw.chance(share) ? 1 : 0;
                }
                cases[theme][day] = cases[theme][day - 1] + came;
                complete[theme][day] = complete[theme][day - 1] + full;
                cases[TOTAL][day] += came;
                complete[TOTAL][day] += full;
            }
            if (day >= YEAR) {
                int today = day;
                boolean was = active;
                active = IntStream.rangeClosed(0, TOTAL).anyMatch(slice -> falls(complete[slice], cases[slice], today));
                matters += active && !was ? 1 : 0;
            }
        }
        return matters;
    }

    /** @param complete by the day, since the beginning */
    private static boolean falls(int[] complete, int[] cases, int day) {
        int ofMonth = cases[day] - cases[day - MONTH];
        int ofYear = cases[day] - cases[day - YEAR];
        if (ofMonth < LEAST) {
            return false;
        }
        double month = (double) (complete[day] - complete[day - MONTH]) / ofMonth;
        double year = (double) (complete[day] - complete[day - YEAR]) / ofYear;
        return month < year - Math.max(POINTS, SIGMAS * Math.sqrt(year * (1 - year) / ofMonth));
    }
}
