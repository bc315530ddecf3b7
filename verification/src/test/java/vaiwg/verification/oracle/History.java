package vaiwg.verification.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vaiwg.cli.feed.FeedRecord;

/**
 * What happened to a force's records from one midnight to another.
 *
 * @param seed from which it can be made again
 * @param end the day that begins at the midnight at which the history ends: its last snapshot
 * @param records every event with the instant at which it reaches its topic, in no order
 */
public record History(String force, long seed, LocalDate start, LocalDate end, List<FeedRecord> records) {
    History with(List<FeedRecord> fewer) {
        return new History(force, seed, start, end, fewer);
    }

    boolean changesAt(Instant instant) {
        return records.stream()
                .anyMatch(record -> Envelope.changedAt(record.value()).equals(instant));
    }

    @Override
    public String toString() {
        return "%s (seed %d, %s to %s, %d records)".formatted(force, seed, start, end, records.size());
    }
}
