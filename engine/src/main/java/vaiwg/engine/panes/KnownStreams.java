package vaiwg.engine.panes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/**
 * From when on a force sends each stream. A measure has figures once all streams that tell it are known: before, nobody knows whether
 * nothing happened or nothing was sent, and a 0 would pretend the former.
 */
final class KnownStreams {
    private static final long NEVER = Long.MAX_VALUE;

    private final long[] since = new long[EventStream.values().length];
    /** The least instant from which all streams of a measure are known, or {@link #NEVER}. */
    private final Map<Measure, Long> tellFrom = new HashMap<>();

    private long instant = Long.MIN_VALUE;

    KnownStreams() {
        Arrays.fill(since, NEVER);
    }

    /** An event of a stream is known from an instant on; the least counts, whichever came first. Whether that is the first one of it. */
    boolean add(EventStream stream, long knownAt) {
        boolean first = since[stream.ordinal()] == NEVER;
        if (knownAt < since[stream.ordinal()]) {
            since[stream.ordinal()] = knownAt;
            tellFrom.clear();
        }
        return first;
    }

    /** Goes to the instant as of which {@link #tell} answers. */
    void goTo(long now) {
        instant = now;
    }

    /** Whether all that a measure needs is sent, as known at the instant. */
    boolean tell(Measure measure) {
        return knownFrom(measure) <= instant;
    }

    /** Likewise as known now, whatever the instant is. */
    boolean tellByNow(Measure measure) {
        return knownFrom(measure) != NEVER;
    }

    /** The day from which all that a measure needs is sent, as known now; where {@link #tellByNow}. */
    int firstDay(Measure measure) {
        long from = knownFrom(measure);
        return from == Long.MIN_VALUE ? Integer.MIN_VALUE : LondonDays.dayOf(from);
    }

    /** For {@link #restore}: by the stream's ordinal. */
    long[] toArray() {
        return since.clone();
    }

    /** Takes over what {@link #toArray} gave, also before a stream was added. */
    void restore(long[] stored) {
        System.arraycopy(stored, 0, since, 0, stored.length);
        tellFrom.clear();
    }

    private long knownFrom(Measure measure) {
        return tellFrom.computeIfAbsent(
                measure,
                of -> of.streams().stream()
                        .mapToLong(stream -> since[stream.ordinal()])
                        .max()
                        .orElse(Long.MIN_VALUE));
    }
}
