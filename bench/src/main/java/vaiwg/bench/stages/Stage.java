package vaiwg.bench.stages;

/** How far an event is taken in a measurement; each stage does what those before it do, but for {@link #COUNT}. */
public enum Stage {
    /** Avro to the fields that figures read. */
    DECODE,
    /** The yardstick: decoded, a number for each case is counted and nothing else. */
    COUNT,
    /** Every version of the case is kept, copies and conflicts are found. */
    CASES,
    /** What the case contributed before and contributes now, in all measures, and the difference. */
    DELTAS,
    /** Likewise what the crimes of one victim, suspect or place have in common. */
    PERSONS,
    /** The cells of the days, rolling windows, follow-up of cases; every midnight all windows move on. */
    PANES,
    /** Every midnight the rows that are published: totals and themes, on the first of a month all slices. */
    ROWS;

    boolean reaches(Stage other) {
        return this != COUNT && compareTo(other) >= 0;
    }
}
