package vaiwg.board.report;

/** Which way a figure is better. */
public enum Better {
    UP("↑", "higher is better"),
    DOWN("↓", "lower is better"),
    NEITHER("↕", "neither direction is good in itself");

    private final String arrow;
    private final String words;

    Better(String arrow, String words) {
        this.arrow = arrow;
        this.words = words;
    }

    /** As it stands after a name. */
    public String arrow() {
        return arrow;
    }

    public String words() {
        return words;
    }
}
