package vaiwg.kpis.time;

/** The four parts of a day, by the clock in London. */
public enum PartOfDay {
    MORNING(6, 12, "06:00 to noon"),
    AFTERNOON(12, 18, "Noon to 18:00"),
    EVENING(18, 24, "18:00 to midnight"),
    SMALL_HOURS(0, 6, "Midnight to 06:00");

    private static final PartOfDay[] ALL = values();

    private final int from;
    private final int to;
    private final String words;

    /** @param to the hour that is the first one after it */
    PartOfDay(int from, int to, String words) {
        this.from = from;
        this.to = to;
        this.words = words;
    }

    /** From when to when it lasts, as the beginning of a sentence. */
    public String words() {
        return words;
    }

    /** The part in which an instant lies. */
    public static PartOfDay of(long epochMillis) {
        int hour = LondonDays.hourOf(epochMillis);
        int part = 0;
        while (hour < ALL[part].from || hour >= ALL[part].to) {
            part++;
        }
        return ALL[part];
    }
}
