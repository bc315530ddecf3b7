package vaiwg.board.report;

import vaiwg.kpis.catalogue.Direction;

/** Which way a figure is better. */
public enum Better {
    UP(Direction.RISING, "↑", "higher is better"),
    DOWN(Direction.FALLING, "↓", "lower is better"),
    NEITHER(Direction.NONE, "↕", "neither direction is good in itself");

    private final Direction direction;
    private final String arrow;
    private final String words;

    Better(Direction direction, String arrow, String words) {
        this.direction = direction;
        this.arrow = arrow;
        this.words = words;
    }

    Direction direction() {
        return direction;
    }

    /** As it stands after a name. */
    public String arrow() {
        return arrow;
    }

    public String words() {
        return words;
    }
}
