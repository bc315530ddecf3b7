package vaiwg.engine.panes;

import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;

/** A value at one cut-off, put together from what single subjects have in it: it must be the one that was published. */
public final class FigureSum {
    private final FigureDays days;
    private final Histogram numbers = new Histogram();
    private long numerators;
    private long denominators;

    public FigureSum(FigureDays days) {
        this.days = days;
    }

    public void add(int day, int numerator, int denominator) {
        numerators += (long) days.numeratorTimes(day) * numerator;
        denominators += (long) days.denominatorTimes(day) * denominator;
    }

    /** Adds a case with a number, or takes it out. */
    public void addNumber(int day, int number, int times) {
        if (days.count(day)) {
            numbers.add(number, times);
        }
    }

    /** The numerator as it is published; of a percentile the percentile. */
    public int numerator() {
        Column column = days.column();
        if (column.isPercentile()) {
            if (numbers.cases() == 0) {
                return 0;
            }
            int percent = column.percent();
            return column.isOfAges()
                    ? days.cutOff() - numbers.percentileFromTheTop(percent)
                    : numbers.percentile(percent);
        }
        return column.measure().kind() == Measure.Kind.RATE ? (int) numerators : mean(numerators);
    }

    /** The denominator as it is published; of a percentile the number of cases. A population's number is no sum of cases, and not here. */
    public int denominator() {
        return days.column().isPercentile() ? numbers.cases() : mean(denominators);
    }

    private int mean(long sum) {
        int of = days.column().measure().meanOfDays();
        return of == 0 ? (int) sum : (int) Math.floorDiv(2 * sum + of, 2L * of);
    }
}
