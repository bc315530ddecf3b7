package vaiwg.board.report;

/** In what a figure is told. */
public enum Unit {
    /** A number of cases or people. */
    COUNT,
    /** Of a hundred, between 0 and 1 in the data. */
    SHARE,
    /** For each hundred; may be above a hundred. */
    PER_100,
    PER_10_000,
    DAYS,
    HOURS
}
