package vaiwg.jobs.admission;

/** A record that could not be used, with everything needed to repair and send it again. */
public final class DeadLetter {
    public String reason;
    public String detail;
    public String topic;
    public int partition;
    public long offset;
    public long timestamp;
    public byte[] key;
    public byte[] value;
}
