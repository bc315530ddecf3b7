package vaiwg.jobs.knowledge;

/** An event that came after its partition's clock had passed its change. It counts from its knowledge time on, and is listed. */
public final class LateEvent {
    public String topic;
    public int partition;
    public long offset;
    public String force;
    /** Ordinal of the stream. */
    public byte stream;

    public String eventId;
    public long changedAt;
    public long knownAt;
}
