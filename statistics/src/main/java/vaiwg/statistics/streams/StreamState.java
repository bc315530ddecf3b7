package vaiwg.statistics.streams;

/** How a force's stream comes, as of a midnight. */
public enum StreamState {
    /** No record has ever come, and the site has not said that it is sent: it is in no alarm. */
    NEVER_RECEIVED("never received"),
    AS_USUAL("as usual"),
    /** So long without a record that chance does not explain it; or the site said that it is sent, and it never came. */
    SILENT("silent"),
    /** At most half of what is usual comes, and chance does not explain it. */
    HALVED("halved"),
    /** The site said that it is not sent, or it is no stream of records. */
    NOT_EXPECTED("not expected");

    private final String words;

    StreamState(String words) {
        this.words = words;
    }

    /** As in tables and metrics. */
    public String words() {
        return words;
    }

    /** Whether somebody has to see to it, and figures that rest on the stream say so. */
    public boolean isWrong() {
        return this == SILENT || this == HALVED;
    }
}
