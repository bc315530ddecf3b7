package vaiwg.board.grafana;

import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;

/**
 * Questions to Prometheus. There is one sample a day, at London's midnight, so every question looks back; a share is two counts
 * divided, never a ratio averaged, and is not shown of fewer cases than its measure asks for.
 */
final class PromQl {
    /** The newest figure, if it is of this week. */
    static final String RECENT = "7d";
    /** The figure of the day. */
    static final String DAILY = "2d";

    private static final int YEAR = 365;

    private PromQl() {}

    /** The figures of one measure, a series for each value of the label. */
    static String figure(Measure measure, Basis basis, Window window, String theme, String by, String back) {
        String labels = labels(measure.slug(), basis, window, theme, "characteristic=\"all\"");
        return "sum by (" + by + ") (" + value(measure, labels, back) + ")";
    }

    /** The newest figure of what a board shows of a measure, by force. */
    static String newest(Shown shown, String theme) {
        return figure(shown.measure(), shown.basis(), shown.window(), theme, "force", RECENT);
    }

    /** The figures of each day whose window does not begin before the history: those before would be of less than they say. */
    static String history(Measure measure, Basis basis, Window window, String theme, String by) {
        return history(measure, basis, window, theme, by, "characteristic=\"all\"");
    }

    /** Likewise of one characteristic, named by its variable. */
    static String historyOfChosenCharacteristic(Measure measure, Basis basis, Window window, String theme, String by) {
        return history(measure, basis, window, theme, by, "characteristic=\"$characteristic\"");
    }

    private static String history(
            Measure measure, Basis basis, Window window, String theme, String by, String characteristic) {
        String labels = labels(measure.slug(), basis, window, theme, characteristic);
        String figure = "sum by (" + by + ") (" + value(measure, labels, DAILY) + ")";
        int days = daysLeftOut(measure, window);
        if (days == 0) {
            return figure;
        }
        String metric = measure.kind() == Measure.Kind.COUNT ? "vaiwg_kpi_numerator" : "vaiwg_kpi_denominator";
        return figure + " and sum by (" + by + ") (" + last(metric, labels, DAILY, " offset " + days + "d") + ")";
    }

    /** What a reader must know of the days that {@link #history} leaves out. */
    static String leftOut(Measure measure, Window window) {
        int days = daysLeftOut(measure, window);
        return days == 0
                ? ""
                : "; the first " + days + " days of the history are left out, they do not hold a whole one";
    }

    /**
     * Days at the beginning of the history whose figures would be of less than they say: a window's length; of what is old in a stock,
     * the age and a year, until the cases opened before the history weigh little.
     */
    private static int daysLeftOut(Measure measure, Window window) {
        return measure.agedDays() > 0 ? measure.agedDays() + YEAR : window.length();
    }

    /** The share of the nine characteristics in one theme, a series for each. */
    static String characteristics(Measure measure, Basis basis, Window window, String theme, String back) {
        String labels = labels(measure.slug(), basis, window, theme, "characteristic!=\"all\"");
        return "sum by (characteristic) (" + value(measure, labels, back) + ")";
    }

    /** The denominator of the nine characteristics in one theme. */
    static String eligible(Measure measure, Basis basis, Window window, String theme, String back) {
        String labels = labels(measure.slug(), basis, window, theme, "characteristic!=\"all\"");
        return "sum by (characteristic) (" + last("vaiwg_kpi_denominator", labels, back) + ")";
    }

    private static String value(Measure measure, String labels, String back) {
        String enough = "(" + last("vaiwg_kpi_denominator", labels, back) + " >= " + measure.minimumN() + ")";
        return switch (measure.kind()) {
            case COUNT -> last("vaiwg_kpi_numerator", labels, back);
            case SHARE -> last("vaiwg_kpi_numerator", labels, back) + " / " + enough;
            case RATE -> "100 * " + last("vaiwg_kpi_numerator", labels, back) + " / " + enough;
            case POPULATION_RATE -> "10000 * " + last("vaiwg_kpi_numerator", labels, back) + " / " + enough;
            case PERCENTILE -> last("vaiwg_kpi_value", labels, back) + " and " + enough;
        };
    }

    private static String last(String metric, String labels, String back) {
        return last(metric, labels, back, "");
    }

    private static String last(String metric, String labels, String back, String offset) {
        return "last_over_time(" + metric + "{" + labels + "}[" + back + "]" + offset + ")";
    }

    private static String labels(String kpi, Basis basis, Window window, String theme, String characteristic) {
        return "force=\"$force\",kpi=\"" + kpi + "\",basis=\"" + basis.slug() + "\",window=\"" + window.slug()
                + "\",theme" + (theme.contains("|") ? "=~" : "=") + "\"" + theme + "\",lpa=\"all\"," + characteristic
                + ",group=\"all\"";
    }
}
