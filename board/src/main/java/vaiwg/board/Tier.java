package vaiwg.board;

/** Who may read a report; what each gets is in {@code docs/figures.md}. */
public enum Tier {
    /** The strategy's owners: all but conduct figures, which are in the restricted annex. */
    INTERNAL,
    /** The Strategy Board: nothing of one to four people, nor what tells it within one table. */
    BOARD,
    /** Everybody: rounded numbers. */
    PUBLIC
}
