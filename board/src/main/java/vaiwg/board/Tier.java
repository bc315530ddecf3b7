package vaiwg.board;

/** Who may read a pack. */
public enum Tier {
    /** The strategy's owners: restricted (conduct) figures too, with numbers under five suppressed. */
    INTERNAL,
    /** The Strategy Board: no restricted figures. */
    BOARD,
    /** Everybody. Not offered yet: it needs rules for disclosure that are not decided. */
    PUBLIC
}
