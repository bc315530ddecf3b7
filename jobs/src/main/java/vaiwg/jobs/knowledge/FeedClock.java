package vaiwg.jobs.knowledge;

/** How far one partition's clock has come. */
public final class FeedClock {
    /** Ordinal of the stream. */
    public byte stream;

    public int partition;
    /** Nothing older will be known from this partition, epoch milliseconds. */
    public long clock;
}
