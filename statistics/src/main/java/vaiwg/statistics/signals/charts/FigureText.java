package vaiwg.statistics.signals.charts;

import java.util.Locale;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues.Figure;

/** Figures of a chart in the words of a sentence. */
public final class FigureText {
    private FigureText() {}

    /** The newest block: its numerator and denominator with its value; of rare events the days too, of a stock how it moved, of a season the year before. */
    static String newest(ChartReading reading) {
        return reading.blocks().kind().isSeasonal()
                ? counted(reading) + " (" + count(reading.block().before().numerator()) + " a year before)"
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
            case PERCENTILE -> value + " of " + count(figure.denominator()) + " cases";
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
            return decimal(value, "%,.0f", "%,.1f");
        }
        Measure measure = reading.chart().measure();
        if (reading.isOfChanges()) {
            return measure.isCount() ? decimal(value, "%+,.0f", "%+,.1f") : format("%+.1f", 100 * value);
        }
        return switch (measure.kind()) {
            case COUNT -> decimal(value, "%,.0f", "%,.1f");
            case SHARE -> format("%.1f%%", 100 * value);
            case RATE -> format("%.1f", 100 * value);
            case POPULATION_RATE -> format("%.2f", measure.readPer() * value);
            case PERCENTILE -> format("%.1f", value);
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
            case POPULATION_RATE -> " per " + count(measure.readPer());
            case PERCENTILE -> " " + measure.unit();
        };
    }

    /** "516, up 55 from 461", or "321 of 1,000 (32.1%), down 20.0 points from 52.1%". */
    private static String moved(ChartReading reading) {
        double change = reading.value();
        String by = of(reading, Math.abs(change)).substring(1);
        String way = change == 0 ? "no change" : (change > 0 ? "up " : "down ") + by;
        Figure before = reading.block().before();
        Figure level = reading.block().level();
        return reading.chart().measure().isCount()
                ? count(level.numerator()) + ", " + way + " from " + count(before.numerator())
                : count(level.numerator()) + " of " + count(level.denominator()) + " (" + percent(level) + "), " + way
                        + " from " + percent(before);
    }

    private static String percent(Figure level) {
        return format("%.1f%%", 100 * Block.value(level));
    }

    private static String counted(ChartReading reading) {
        return counted(reading.chart().measure(), reading.block().level());
    }

    /** The numerator, with its denominator where it has one: a share is of it, a rate for it. */
    private static String counted(Measure measure, Figure figure) {
        return switch (measure.kind()) {
            case COUNT, PERCENTILE -> count(figure.numerator());
            case SHARE -> count(figure.numerator()) + " of " + count(figure.denominator());
            case RATE, POPULATION_RATE -> count(figure.numerator()) + " for " + count(figure.denominator());
        };
    }

    /** "39,198". */
    public static String count(int number) {
        return format("%,d", number);
    }

    private static String decimal(double value, String ofInteger, String other) {
        return format(value == Math.rint(value) ? ofInteger : other, value);
    }

    /** One number by a format, the same on every machine. */
    public static String format(String format, Object value) {
        return String.format(Locale.UK, format, value);
    }
}
