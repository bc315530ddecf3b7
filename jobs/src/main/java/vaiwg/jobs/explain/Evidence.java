package vaiwg.jobs.explain;

import java.time.Instant;
import java.util.UUID;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.schemas.EventStream;

/**
 * A record of the log that decided something: where it lies, and what it says of itself.
 *
 * @param changedAt when the source system made the change, epoch milliseconds
 * @param knownAt from when it is known
 */
public record Evidence(EventStream stream, int partition, long offset, UUID eventId, long changedAt, long knownAt)
        implements Comparable<Evidence> {
    private static final EventStream[] STREAMS = EventStream.values();

    static Evidence of(DecodedRecord event) {
        return new Evidence(
                STREAMS[event.stream],
                event.partition,
                event.offset,
                event.version.eventId(),
                event.version.changedAt,
                event.version.knownAt);
    }

    /** By when they are known, then by their places. */
    @Override
    public int compareTo(Evidence other) {
        int order = Long.compare(knownAt, other.knownAt);
        order = order == 0 ? stream.compareTo(other.stream) : order;
        order = order == 0 ? Integer.compare(partition, other.partition) : order;
        return order == 0 ? Long.compare(offset, other.offset) : order;
    }

    public String inWords() {
        String when = changedAt == knownAt
                ? "changed and known at " + Instant.ofEpochMilli(knownAt)
                : "changed at %s, known at %s"
                        .formatted(Instant.ofEpochMilli(changedAt), Instant.ofEpochMilli(knownAt));
        return "%s, partition %d, offset %d, event %s, %s".formatted(stream.slug(), partition, offset, eventId, when);
    }
}
