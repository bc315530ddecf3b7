package vaiwg.jobs.panes;

/** A month of one cell as known now: numerators and denominators by day of the month. */
public final class DayBlock {
    public String force;
    public int cell;
    /** The first day of the month, as a day number. */
    public int month;
    /** As many values as the month has days. */
    public int[] parts;

    public int[] wholes;
}
