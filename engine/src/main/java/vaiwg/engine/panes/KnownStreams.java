package vaiwg.engine.panes;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.time.LondonDays;

/**
 * From when on a force sends each stream, and contacts of each duty. A measure has figures once all that tell it are known: before, nobody
 * knows whether nothing happened or nothing was sent, and a 0 would pretend the former.
 */
final class KnownStreams {
    private static final long NEVER = Long.MAX_VALUE;

    private final long[] since = new long[RecordKind.ROOM];
    /** The least instant from which all kinds are known, or {@link #NEVER}; by the very sets of the catalogue, as each value that is read asks. */
    private final Map<Set<RecordKind>, Long> tellFrom = new IdentityHashMap<>();

    private long instant = Long.MIN_VALUE;

    KnownStreams() {
        Arrays.fill(since, NEVER);
    }

    /** A record of a kind is known from an instant on; the least counts, whichever came first. Whether that is the first one of it. */
    boolean add(RecordKind kind, long knownAt) {
        boolean first = since[kind.number()] == NEVER;
        if (knownAt < since[kind.number()]) {
            since[kind.number()] = knownAt;
            tellFrom.clear();
        }
        return first;
    }

    /** Goes to the instant as of which {@link #tell} answers. */
    void goTo(long now) {
        instant = now;
    }

    /** Whether all kinds that a figure needs are sent, as known at the instant. */
    boolean tell(Set<RecordKind> kinds) {
        return knownFrom(kinds) <= instant;
    }

    /** Likewise as known now, whatever the instant is. */
    boolean tellByNow(Set<RecordKind> kinds) {
        return knownFrom(kinds) != NEVER;
    }

    /** The day from which all kinds that a figure needs are sent, as known now; where {@link #tellByNow}. */
    int firstDay(Set<RecordKind> kinds) {
        long from = knownFrom(kinds);
        return from == Long.MIN_VALUE ? Integer.MIN_VALUE : LondonDays.dayOf(from);
    }

    /** For {@link #restore}: by the kind's number. */
    long[] toArray() {
        return since.clone();
    }

    /** Takes over what {@link #toArray} gave, also before a stream was added. */
    void restore(long[] stored) {
        System.arraycopy(stored, 0, since, 0, stored.length);
        tellFrom.clear();
    }

    private long knownFrom(Set<RecordKind> kinds) {
        return tellFrom.computeIfAbsent(
                kinds,
                of -> of.stream().mapToLong(kind -> since[kind.number()]).max().orElse(Long.MIN_VALUE));
    }
}
