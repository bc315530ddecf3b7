package vaiwg.jobs.panes;

/** Of which midnights a force's snapshots were published, as far as the job's state knows. An object never changes once it is passed on. */
public final class PublishedNights {
    /** The first of them, by the day that it begins, as a day number; without meaning where there is none. */
    public int from;
    /** The last, likewise. */
    public int through;
    /** How many. */
    public int count;

    PublishedNights with(int asAt) {
        PublishedNights longer = new PublishedNights();
        longer.from = count == 0 ? asAt : from;
        longer.through = asAt;
        longer.count = count + 1;
        return longer;
    }
}
