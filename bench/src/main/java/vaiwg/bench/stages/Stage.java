package vaiwg.bench.stages;

/** How far an event is taken in a measurement; each stage does what those before it do, but for {@link #COUNT}. */
public enum Stage {
    /** Avro to the fields that figures read. */
    DECODE,
    /** The yardstick: decoded, a number for each case is counted and nothing else. */
    COUNT,
    /** Every version of a case is kept; by how much it, and the people and places that it names, contribute otherwise than before. */
    PERSONS,
    /** The cells of the days, windows, follow-up of cases; every midnight the rows that are published: on the first of a month all slices. */
    ROWS
}
