package vaiwg.kpis.catalogue;

/**
 * How many days or months of cohorts a value covers; a stock has none and is read as it stands.
 *
 * @param length number of days or months, 0 for a stock
 * @param unit d, m, or empty for a stock
 */
public record Window(int length, String unit) {
    public static final Window STANDING = new Window(0, "");

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
        if (!slug.matches("[1-9]\\d{0,3}[dm]")) {
            throw new IllegalArgumentException(slug);
        }
        int end = slug.length() - 1;
        return new Window(Integer.parseInt(slug.substring(0, end)), slug.substring(end));
    }

    /** The label: {@code 28d}, {@code 12m}, or {@code all} for a stock. */
    public String slug() {
        return length == 0 ? "all" : length + unit;
    }
}
