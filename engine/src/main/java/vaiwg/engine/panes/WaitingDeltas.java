package vaiwg.engine.panes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vaiwg.engine.contributions.DeltaEntry;

/**
 * Delta entries that wait for their cut-off, by its day, in pieces of half a MiB: a checkpoint writes the pieces that changed since the one
 * before it, not all that waits. Most of what waits does so for weeks, until the follow-up of its case ends.
 */
final class WaitingDeltas {
    /** From this size on a piece takes no more. */
    static final int PIECE_BYTES = 1 << 19;

    private final NavigableMap<Integer, List<DeltaBuffer>> days = new TreeMap<>();
    /** Pieces that changed since {@link #takeChanged}, by day. */
    private final Map<Integer, BitSet> changed = new HashMap<>();
    /** How many pieces of a day were stored by then. */
    private final Map<Integer, Integer> stored = new HashMap<>();
    /** Of all that waits; asked for by another thread, for a metric, while this one adds and takes. */
    private final AtomicLong bytes = new AtomicLong();

    boolean isEmpty() {
        return days.isEmpty();
    }

    /** The first day for which something waits; there must be one. */
    int firstDay() {
        return days.firstKey();
    }

    void add(int day, DeltaEntry entry) {
        List<DeltaBuffer> pieces = days.computeIfAbsent(day, any -> new ArrayList<>());
        if (pieces.isEmpty() || pieces.get(pieces.size() - 1).bytes() >= PIECE_BYTES) {
            pieces.add(new DeltaBuffer());
        }
        DeltaBuffer last = pieces.get(pieces.size() - 1);
        int before = last.bytes();
        last.add(entry);
        bytes.addAndGet(last.bytes() - before);
        markChanged(day, pieces.size() - 1);
    }

    /** Hands over all that waits, as {@link DeltaBuffer#forEach} does. */
    void forEach(Consumer<DeltaEntry> consumer) {
        days.values().forEach(pieces -> pieces.forEach(piece -> piece.forEach(consumer)));
    }

    /** Likewise what waits for one day. */
    void forEach(int day, Consumer<DeltaEntry> consumer) {
        days.getOrDefault(day, List.of()).forEach(piece -> piece.forEach(consumer));
    }

    /** Hands over what waits for the first day, and keeps it no longer. */
    void takeFirst(Consumer<DeltaEntry> consumer) {
        Map.Entry<Integer, List<DeltaBuffer>> first = days.pollFirstEntry();
        changed.computeIfAbsent(first.getKey(), any -> new BitSet());
        first.getValue().forEach(piece -> bytes.addAndGet(-piece.bytes()));
        first.getValue().forEach(piece -> piece.forEach(consumer));
    }

    /** Hands over what waits for one day and is due, and keeps the rest. */
    void take(int day, Predicate<DeltaEntry> due, Consumer<DeltaEntry> consumer) {
        List<DeltaBuffer> pieces = days.getOrDefault(day, List.of());
        for (int piece = 0; piece < pieces.size(); piece++) {
            int before = pieces.get(piece).bytes();
            pieces.get(piece).take(due, consumer);
            if (pieces.get(piece).bytes() != before) {
                bytes.addAndGet(pieces.get(piece).bytes() - before);
                markChanged(day, piece);
            }
        }
    }

    /** May be asked by any thread. */
    long bytes() {
        return bytes.get();
    }

    /** The pieces that changed since the last call, encoded, by day and number; one without bytes is there no longer. */
    Map<Long, byte[]> takeChanged() {
        Map<Long, byte[]> encoded = new HashMap<>();
        changed.forEach((day, numbers) -> {
            List<DeltaBuffer> pieces = days.getOrDefault(day, List.of());
            numbers.stream()
                    .filter(number -> number < pieces.size())
                    .forEach(number ->
                            encoded.put(key(day, number), pieces.get(number).toBytes()));
            for (int gone = pieces.size(); gone < stored.getOrDefault(day, 0); gone++) {
                encoded.put(key(day, gone), new byte[0]);
            }
            if (pieces.isEmpty()) {
                stored.remove(day);
            } else {
                stored.put(day, pieces.size());
            }
        });
        changed.clear();
        return encoded;
    }

    /** Takes over all pieces that {@link #takeChanged} gave, but for those that are there no longer. */
    void restore(Iterable<Map.Entry<Long, byte[]>> pieces) {
        pieces.forEach(entry -> {
            if (entry.getValue().length > 0) {
                int day = (int) (entry.getKey() >> Integer.SIZE);
                int number = entry.getKey().intValue();
                List<DeltaBuffer> ofDay = days.computeIfAbsent(day, any -> new ArrayList<>());
                while (ofDay.size() <= number) {
                    ofDay.add(new DeltaBuffer());
                }
                ofDay.set(number, DeltaBuffer.of(entry.getValue()));
                bytes.addAndGet(entry.getValue().length);
            }
        });
        days.forEach((day, ofDay) -> stored.put(day, ofDay.size()));
    }

    private void markChanged(int day, int piece) {
        changed.computeIfAbsent(day, any -> new BitSet()).set(piece);
    }

    private static long key(int day, int piece) {
        return (long) day << Integer.SIZE | piece;
    }
}
