package vaiwg.jobs.totals;

/** How many records of one class became known in one hour that were changed in one hour. */
public final class ReceivedCount {
    private static final char SEPARATOR = '/';

    public String force;
    /** Ordinal of the stream. */
    public byte stream;
    /** The hour of the change, hours since 1970. */
    public long hour;
    /** The hour in which they became known, likewise. */
    public long knownHour;
    /** Name of their status, empty where their stream has none. */
    public String status;
    /** Code of their class, empty where they have none. */
    public String code;

    public int records;

    /** Under which they are counted within an hour. */
    String kind() {
        return status + SEPARATOR + code;
    }

    /** Whether a total is of the records of a {@link #kind}. */
    static boolean isCounted(String kind, String status, String code) {
        int separator = kind.indexOf(SEPARATOR);
        return (status == null || kind.substring(0, separator).equals(status))
                && (code == null || kind.substring(separator + 1).equals(code));
    }
}
