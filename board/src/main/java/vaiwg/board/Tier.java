package vaiwg.board;

/** Who may read a report; what each gets is in {@code docs/small-numbers.md}. */
public enum Tier {
    /** The strategy's owners: all but conduct figures, which are in the restricted annex. */
    INTERNAL,
    /** The Strategy Board: nothing of fewer than five people, nor what gives it away. */
    BOARD,
    /** Everybody: the same, and the stricter rules of what is published. */
    PUBLIC
}
