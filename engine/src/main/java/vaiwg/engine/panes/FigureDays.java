package vaiwg.engine.panes;

import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.time.LondonDays;

/**
 * Which pane days a value at one cut-off adds up, and how many times each: what {@link WindowFigures} keeps rolling, said of a single day. A
 * test holds the two against each other.
 *
 * @param window the index of one of the column's windows
 * @param cutOff the day that the midnight begins
 */
public record FigureDays(Column column, int window, int cutOff) {
    /** How many times what is in the numerator on a day counts. */
    public int numeratorTimes(int day) {
        if (column.measure().meanOfDays() == 0) {
            return holds(day) ? 1 : 0;
        }
        // The numerator of a rate is what entered in these days, not what stands in the mean of them.
        boolean isRate = column.measure().kind() == Measure.Kind.RATE;
        return isRate ? (day >= cutOff - column.measure().meanOfDays() && day < cutOff ? 1 : 0) : midnights(day);
    }

    /** Likewise of the denominator. */
    public int denominatorTimes(int day) {
        if (column.measure().meanOfDays() == 0) {
            return holds(day) ? 1 : 0;
        }
        return midnights(day);
    }

    public boolean count(int day) {
        return numeratorTimes(day) != 0 || denominatorTimes(day) != 0;
    }

    /** At how many midnights of those of which the mean is taken stands what entered on a day. */
    private int midnights(int day) {
        return Math.max(0, Math.min(column.measure().meanOfDays(), cutOff - day));
    }

    private boolean holds(int day) {
        Window of = column.windows().get(window);
        if (column.basis().isMonthly()) {
            int last = LondonDays.monthOf(cutOff) - column.lag();
            int month = LondonDays.monthOf(day);
            return month >= last - of.length() && month < last && day == LondonDays.startOfMonth(month);
        }
        if (of.isCalendar()) {
            int next = LondonDays.monthOf(cutOff - column.lag());
            boolean isTold = column.windows().size() == 1 || LondonDays.isFirstOfMonth(cutOff);
            return isTold && day >= LondonDays.startOfMonth(of.firstMonth(next)) && day < LondonDays.startOfMonth(next);
        }
        if (column.isRunning()) {
            return day < cutOff - column.lag();
        }
        int lag = column.isPercentile() ? 0 : column.lag();
        return day < cutOff - lag && day >= cutOff - lag - of.length();
    }
}
