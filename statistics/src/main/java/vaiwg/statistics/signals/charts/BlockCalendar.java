package vaiwg.statistics.signals.charts;

import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.time.LondonDays;

/**
 * When blocks end: every 28th midnight, counted from 1 January 1970 so that all forces and all dashboards have the same blocks, and the
 * first midnight of each month where a source knows months only. The calendar alone decides; a block has 28 days also where a clock
 * change makes one of them shorter.
 */
public final class BlockCalendar {
    static final int LENGTH = ChartPlan.BLOCK.length();
    /** Thirteen blocks later the days of the week are the same, and the season is but for a day. */
    private static final int YEAR = 13 * LENGTH;

    private static final int MONTHS_A_YEAR = 12;

    private BlockCalendar() {}

    /** Whether blocks of days end at the midnight that begins a day. */
    public static boolean endsDays(int cutOff) {
        return Math.floorMod(cutOff, LENGTH) == 0;
    }

    public static boolean ends(int cutOff) {
        return endsDays(cutOff) || LondonDays.isFirstOfMonth(cutOff);
    }

    static boolean ends(boolean monthly, int cutOff) {
        return monthly ? LondonDays.isFirstOfMonth(cutOff) : endsDays(cutOff);
    }

    /** The first day of the block that becomes known at a cut-off at which blocks end: its cases have had their time by then. */
    static int firstDay(Basis basis, int cutOff) {
        return basis.isMonthly()
                ? LondonDays.startOfMonth(LondonDays.monthOf(cutOff) - basis.horizon() - 1)
                : cutOff - basis.horizon() - LENGTH;
    }

    /** The first day of the block that is a year older: thirteen blocks of days, or twelve months. */
    static int aYearBefore(boolean monthly, int firstDay) {
        return monthly ? LondonDays.startOfMonth(LondonDays.monthOf(firstDay) - MONTHS_A_YEAR) : firstDay - YEAR;
    }

    static int lastDay(Basis basis, int firstDay) {
        return basis.isMonthly()
                ? LondonDays.startOfMonth(LondonDays.monthOf(firstDay) + 1) - 1
                : firstDay + LENGTH - 1;
    }
}
