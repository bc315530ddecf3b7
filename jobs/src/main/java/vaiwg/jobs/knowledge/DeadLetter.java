package vaiwg.jobs.knowledge;

/** A record that could not be used, with everything needed to repair and send it again. */
public final class DeadLetter {
    /** Slug of the reason. */
    public String reason;
    /** Which field and why; never a value. */
    public String detail;

    public String topic;
    public int partition;
    public long offset;
    /** The Kafka record's own timestamp, epoch milliseconds. */
    public long timestamp;

    public byte[] key;
    public byte[] value;
    /** Whether key or value are not whole here: they were too long for a dead letter. The record stays at its place. */
    public boolean cut;
}
