package vaiwg.statistics.signals.charts;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;
import vaiwg.kpis.catalogue.ChartPlan.Family;

/**
 * How surely the blocks since a day differ from those before it. A completed rule asks whether one point is ordinary; a force has over a
 * thousand charts, so rules are completed somewhere in every month. Told is only what all blocks since the change, together and beside all
 * that were there before, would show by chance so rarely that a force can answer each.
 *
 * <p>Points are read in sigma from the centre. Their mean since the change less their mean before, over its standard error, has Student's
 * distribution, with the degrees of freedom that a mean moving range has (0.62 for each point but one: Wheeler, Advanced Topics in
 * Statistical Process Control); it is turned into a normal deviate by Wallace's formula (1959). Sigma is what the points before moved from
 * one to the next, and never less than chance alone makes it, which is known.
 */
final class Evidence {
    /** What a season gives as well is none: the same blocks a year before are to differ so surely, as 19 of 20 do not by chance. */
    private static final double BEYOND_THE_SEASON = 1.96;

    private static final double FREEDOM_OF_A_RANGE = 0.62;
    private static final int FEWEST_BEFORE = 3;

    private final List<ChartPoint> points;
    private final int first;
    private final int end;
    private final int side;
    private final double before;
    private final double sigma;
    private final double freedom;

    private Evidence(List<ChartPoint> points, int first, int end, int side, double least) {
        double[] earlier = points.subList(0, first).stream()
                .mapToDouble(ChartPoint::position)
                .toArray();
        this.points = points;
        this.first = first;
        this.end = end;
        this.side = side;
        this.before = MovingRange.mean(earlier);
        double ranged = MovingRange.sigma(earlier);
        this.sigma = Math.max(least, ranged);
        // What chance alone gives is known, and not estimated.
        this.freedom = ranged > least ? FREEDOM_OF_A_RANGE * (first - 1) : Double.POSITIVE_INFINITY;
    }

    /**
     * Whether the blocks since a day are to be told.
     *
     * @param reading whose newest block completes a rule
     * @param side on which, 1 above the centre and -1 below
     * @param since the first day of the blocks that differ
     */
    static boolean singlesOut(ChartReading reading, int side, int since) {
        SpcChart chart = reading.blocks();
        int end = chart.newestInPresent();
        List<ChartPoint> points = chart.present().subList(0, end + 1);
        int first = 0;
        while (first < end && points.get(first).since() < since) {
            first++;
        }
        if (first < FEWEST_BEFORE) {
            return false;
        }
        Evidence evidence = new Evidence(points, first, end, side, reading.chanceInSigmas());
        if (!(evidence.deviate() >= needed(reading.chart().family()))) {
            return false;
        }
        OptionalDouble ofSeason = chart.kind().isSeasonal() || reading.isOfTimes()
                ? OptionalDouble.empty()
                : evidence.deviateFromAYearBefore(
                        day -> BlockCalendar.aYearBefore(reading.chart().isMonthly(), day));
        return ofSeason.isEmpty() || ofSeason.getAsDouble() >= BEYOND_THE_SEASON;
    }

    /**
     * How many sigma from what was before: of the charts of the pack chance makes so many once in 370 blocks, of all others, ten
     * times as many, once in ten thousand.
     */
    static double needed(Family family) {
        return family == Family.ALERTING ? 3 : 3.89;
    }

    /** Above 0 where they differ to the side of the rule. */
    private double deviate() {
        double since = points.subList(first, end + 1).stream()
                .mapToDouble(ChartPoint::position)
                .average()
                .orElseThrow();
        return normal(side * (since - before) / (sigma * Math.sqrt(1.0 / (end + 1 - first) + 1.0 / first)));
    }

    /** The same of what they differ from the blocks a year before, of those that have one before the change. */
    private OptionalDouble deviateFromAYearBefore(IntUnaryOperator aYearBefore) {
        double sum = 0;
        int pairs = 0;
        for (ChartPoint point : points.subList(first, end + 1)) {
            int day = aYearBefore.applyAsInt(point.block().firstDay());
            for (ChartPoint old : points.subList(0, first)) {
                if (old.block().firstDay() == day) {
                    sum += point.position() - old.position();
                    pairs++;
                }
            }
        }
        return pairs == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(normal(side * sum / pairs / (sigma * Math.sqrt(2.0 / pairs))));
    }

    private double normal(double student) {
        return normal(student, freedom);
    }

    /** The normal deviate that is about as likely as a value of Student's distribution. */
    static double normal(double student, double freedom) {
        if (Double.isInfinite(freedom)) {
            return student;
        }
        double deviate =
                (8 * freedom + 1) / (8 * freedom + 3) * Math.sqrt(freedom * Math.log1p(student * student / freedom));
        return Math.copySign(deviate, student);
    }
}
