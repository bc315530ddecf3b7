package vaiwg.board.report;

/** Which way a figure is better. */
public enum Better {
    UP("higher is better"),
    DOWN("lower is better"),
    NEITHER("neither direction is good in itself");

    private final String words;

    Better(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
