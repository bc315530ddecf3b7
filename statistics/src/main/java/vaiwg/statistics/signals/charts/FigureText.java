package vaiwg.statistics.signals.charts;

import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues.Figure;
import vaiwg.kpis.text.Digits;

/** Figures of a chart in the words of a sentence. */
public final class FigureText {
    private FigureText() {}

    /** The newest block: its numerator and denominator with its value; of rare events the days too, of a stock how it moved, of a season the year before. */
    static String newest(ChartReading reading) {
        return reading.blocks().kind().isSeasonal()
                ? counted(reading) + " ("
                        + Digits.count(reading.block().before().numerator()) + " a year before)"
                : alone(reading);
    }

    /** The same without the year before. */
    static String alone(ChartReading reading) {
        if (reading.isOfChanges()) {
            return moved(reading);
        }
        String value = of(reading, reading.value());
        return switch (reading.blocks().kind()) {
            case T, T_REST -> counted(reading) + ", " + days(reading);
            default -> figure(reading.chart().measure(), reading.block().level(), value);
        };
    }

    /** A figure with its value in words: "165 of 374 (44.1%)", "12 days of 40 cases"; of a count the value alone. */
    public static String figure(Measure measure, Figure figure, String value) {
        return switch (measure.kind()) {
            case COUNT -> value;
            case SHARE, RATE, POPULATION_RATE -> counted(measure, figure) + " (" + value + ")";
            case PERCENTILE -> value + " of " + Digits.count(figure.denominator()) + " cases";
        };
    }

    /** Of rare events how long it was between two. */
    static String days(ChartReading reading) {
        String others = reading.blocks().kind() == ChartKind.T ? "them" : "the others";
        return of(reading, reading.value()) + " between two of " + others;
    }

    /** A value with its unit: of rare events in days, of a stock by how much it changed. */
    private static String of(ChartReading reading, double value) {
        return isOfOneDay(reading, value) ? "1 day" : number(reading, value) + unit(reading);
    }

    /** A value beside one that has told the unit. */
    static String number(ChartReading reading, double value) {
        if (reading.isOfTimes()) {
            return Digits.decimal(value, decimals(value));
        }
        Measure measure = reading.chart().measure();
        if (reading.isOfChanges()) {
            return measure.isCount() ? Digits.signed(value, decimals(value)) : Digits.signed(100 * value, 1);
        }
        return switch (measure.kind()) {
            case COUNT -> Digits.decimal(value, decimals(value));
            case SHARE -> Digits.percent(value);
            case RATE -> Digits.decimal(100 * value, 1);
            case POPULATION_RATE -> Digits.decimal(measure.readPer() * value, 2);
            case PERCENTILE -> Digits.decimal(value, 1);
        };
    }

    private static boolean isOfOneDay(ChartReading reading, double value) {
        return reading.isOfTimes() && value == 1;
    }

    private static String unit(ChartReading reading) {
        if (reading.isOfTimes()) {
            return " days";
        }
        Measure measure = reading.chart().measure();
        if (reading.isOfChanges()) {
            return measure.isCount() ? "" : " points";
        }
        return switch (measure.kind()) {
            case COUNT, SHARE -> "";
            case RATE -> " per 100";
            case POPULATION_RATE -> " per " + Digits.count(measure.readPer());
            case PERCENTILE -> " " + measure.unit();
        };
    }

    /** "516, up 55 from 461", or "321 of 1,000 (32.1%), down 20.0 points from 52.1%". */
    private static String moved(ChartReading reading) {
        Figure level = reading.block().level();
        Figure before = reading.block().before();
        return reading.chart().measure().isCount()
                ? Digits.count(level.numerator()) + ", " + way(reading) + " from " + Digits.count(before.numerator())
                : Digits.count(level.numerator()) + " of " + Digits.count(level.denominator()) + " (" + percent(level)
                        + "), " + way(reading) + " from " + percent(before);
    }

    /** "up 55", "down 20.0 points", "no change". */
    private static String way(ChartReading reading) {
        double change = reading.value();
        if (change == 0) {
            return "no change";
        }
        double by = Math.abs(change);
        String number = reading.chart().measure().isCount() ? Digits.plain(by) : Digits.decimal(100 * by, 1);
        return (change > 0 ? "up " : "down ") + number + unit(reading);
    }

    private static String percent(Figure level) {
        return Digits.percent(Block.value(level));
    }

    private static String counted(ChartReading reading) {
        return counted(reading.chart().measure(), reading.block().level());
    }

    /** The numerator, with its denominator where it has one: a share is of it, a rate for it. */
    private static String counted(Measure measure, Figure figure) {
        return switch (measure.kind()) {
            case COUNT, PERCENTILE -> Digits.count(figure.numerator());
            case SHARE -> Digits.count(figure.numerator()) + " of " + Digits.count(figure.denominator());
            case RATE, POPULATION_RATE ->
                Digits.count(figure.numerator()) + " for " + Digits.count(figure.denominator());
        };
    }

    private static int decimals(double value) {
        return value == Math.rint(value) ? 0 : 1;
    }
}
