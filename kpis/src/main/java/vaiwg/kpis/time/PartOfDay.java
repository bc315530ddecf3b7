package vaiwg.kpis.time;

/** The four parts of a day, of six hours each from 06:00 on, by the clock in London. */
public enum PartOfDay {
    MORNING,
    AFTERNOON,
    EVENING,
    SMALL_HOURS;

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
