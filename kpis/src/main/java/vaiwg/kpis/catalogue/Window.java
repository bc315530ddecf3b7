package vaiwg.kpis.catalogue;

import vaiwg.kpis.time.LondonDays;

/**
 * How many days or months of cohorts a value covers; a stock has none and is read as it stands. Windows of the {@link #isCalendar calendar} end
 * with the last month that is over, whatever day it is: {@code 1m} is that month, and {@code fytd} the months of its financial year, which at
 * the beginning of April are the year to 31 March.
 *
 * @param length number of days or months, 0 for a stock and for the financial year
 * @param unit d, m, fytd, or empty for a stock
 */
public record Window(int length, String unit) {
    public static final Window STANDING = new Window(0, "");

    public static final Window FINANCIAL_YEAR = new Window(0, "fytd");

    private static final int YEAR = 12;
    /** Of the months of a year, from 0. */
    private static final int APRIL = 3;

    public static Window days(int length) {
        return new Window(length, "d");
    }

    public static Window months(int length) {
        return new Window(length, "m");
    }

    /**
     * The window of a label.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Window of(String slug) {
        if (slug.equals(STANDING.slug())) {
            return STANDING;
        }
        if (slug.equals(FINANCIAL_YEAR.slug())) {
            return FINANCIAL_YEAR;
        }
        if (!slug.matches("[1-9]\\d{0,3}[dm]")) {
            throw new IllegalArgumentException(slug);
        }
        int end = slug.length() - 1;
        return new Window(Integer.parseInt(slug.substring(0, end)), slug.substring(end));
    }

    /** Whether it is of whole months, and moves at their ends alone. */
    public boolean isCalendar() {
        return unit.equals("m") || equals(FINANCIAL_YEAR);
    }

    /**
     * The first month of one of the calendar, as {@link LondonDays#monthOf} numbers them.
     *
     * @param next the month after its last
     */
    public int firstMonth(int next) {
        return equals(FINANCIAL_YEAR) ? next - 1 - Math.floorMod(next - 1 - APRIL, YEAR) : next - length;
    }

    /** The label: {@code 28d}, {@code 12m}, {@code fytd}, or {@code all} for a stock. */
    public String slug() {
        return equals(STANDING) ? "all" : length == 0 ? unit : length + unit;
    }
}
