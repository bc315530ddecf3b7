package vaiwg.kpis.time;

/** The four parts of a day, by the clock in London. */
public enum PartOfDay {
    MORNING("06:00 to noon"),
    AFTERNOON("noon to 18:00"),
    EVENING("18:00 to midnight"),
    SMALL_HOURS("midnight to 06:00");

    private final String words;

    PartOfDay(String words) {
        this.words = words;
    }

    /** From when to when it lasts. */
    public String words() {
        return words;
    }

    /** The part in which an instant lies. */
    public static PartOfDay of(long epochMillis) {
        int hour = LondonDays.hourOf(epochMillis);
        if (hour < 6) {
            return SMALL_HOURS;
        }
        if (hour < 12) {
            return MORNING;
        }
        return hour < 18 ? AFTERNOON : EVENING;
    }
}
