package vaiwg.engine.panes;

import vaiwg.kpis.time.LondonDays;

/**
 * Which rows a snapshot keeps. Most values change every day, and daily rows for every cell would be tens of millions in three
 * years: so totals and themes are kept daily, the other slices at month ends, and daily from {@code dailyFrom} on.
 *
 * @param dailyFrom the first cut-off (a day number) from which all rows are kept daily
 * @param totals how often totals and themes are kept before that
 */
public record RowPolicy(int dailyFrom, Totals totals) {
    /** How often totals and themes are kept. */
    public enum Totals {
        DAILY,
        AT_MONTH_ENDS
    }

    /** Whether the rows of all families are kept at a cut-off. */
    public boolean isWhole(int cutOff) {
        return cutOff >= dailyFrom || LondonDays.isFirstOfMonth(cutOff);
    }

    public boolean keeps(int cutOff) {
        return totals == Totals.DAILY || isWhole(cutOff);
    }

    /** Whether a cut-off keeps a row that every day's snapshot keeps ({@link vaiwg.kpis.catalogue.Column#isDaily}), or another. */
    boolean keeps(boolean daily, int cutOff) {
        return isWhole(cutOff) || (daily && totals == Totals.DAILY);
    }
}
