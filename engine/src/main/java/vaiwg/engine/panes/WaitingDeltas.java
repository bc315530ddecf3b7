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
import vaiwg.engine.contributions.PackedEntries;

/**
 * Delta entries that wait for their cut-off, by its day, in pieces of half a MiB: a checkpoint writes the pieces that changed since the one
 * before it, not all that waits. Most of what waits does so for weeks, until the follow-up of its case ends.
 */
final class WaitingDeltas {
    /** From this size on a piece takes no more. */
    static final int PIECE_BYTES = 1 << 19;

    private static final byte[] NOTHING = {};

    private final PackedEntries.Reader reader = new PackedEntries.Reader();
    private final NavigableMap<Integer, Day> days = new TreeMap<>();
    /** What is there no longer of what was stored, without bytes, by day and number of the piece. */
    private final Map<Long, byte[]> gone = new HashMap<>();
    /** The day to which the last one was added, as most of what comes waits for one day; null where it waits no longer. */
    private Day last;
    /** Of all that waits; asked for by another thread, for a metric, while this one adds and takes. */
    private final AtomicLong bytes = new AtomicLong();

    private static final class Day {
        final int number;
        final List<DeltaBuffer> pieces = new ArrayList<>(1);
        /** Pieces that changed since {@link #takeChanged}. */
        final BitSet changed = new BitSet();
        /** How many pieces were stored by then. */
        int stored;

        Day(int number) {
            this.number = number;
        }

        /** The piece that takes more. */
        int open() {
            if (pieces.isEmpty() || pieces.get(pieces.size() - 1).bytes() >= PIECE_BYTES) {
                pieces.add(new DeltaBuffer());
            }
            return pieces.size() - 1;
        }
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    /** The first day for which something waits; there must be one. */
    int firstDay() {
        return days.firstKey();
    }

    void add(PackedEntries entries) {
        int day = entries.cutOff;
        if (last == null || last.number != day) {
            last = days.computeIfAbsent(day, Day::new);
        }
        int open = last.open();
        DeltaBuffer piece = last.pieces.get(open);
        int before = piece.bytes();
        piece.add(entries.bytes);
        bytes.addAndGet(piece.bytes() - before);
        last.changed.set(open);
    }

    /** Hands over all that waits, as {@link PackedEntries.Reader} does. */
    void forEach(Consumer<DeltaEntry> consumer) {
        days.values().forEach(day -> day.pieces.forEach(piece -> piece.forEach(reader, consumer)));
    }

    void forEach(int day, Consumer<DeltaEntry> consumer) {
        pieces(day).forEach(piece -> piece.forEach(reader, consumer));
    }

    private List<DeltaBuffer> pieces(int day) {
        Day waiting = days.get(day);
        return waiting == null ? List.of() : waiting.pieces;
    }

    /** Hands over what waits for the first day, and keeps it no longer. */
    void takeFirst(Consumer<DeltaEntry> consumer) {
        Day first = days.pollFirstEntry().getValue();
        last = null;
        for (int piece = 0; piece < first.stored; piece++) {
            gone.put(key(first.number, piece), NOTHING);
        }
        first.pieces.forEach(piece -> bytes.addAndGet(-piece.bytes()));
        first.pieces.forEach(piece -> piece.forEach(reader, consumer));
    }

    /** Hands over what waits for one day and is due, and keeps the rest. */
    void take(int day, Predicate<DeltaEntry> due, Consumer<DeltaEntry> consumer) {
        List<DeltaBuffer> pieces = pieces(day);
        for (int piece = 0; piece < pieces.size(); piece++) {
            int before = pieces.get(piece).bytes();
            if (pieces.get(piece).take(reader, due, consumer)) {
                bytes.addAndGet(pieces.get(piece).bytes() - before);
                days.get(day).changed.set(piece);
            }
        }
    }

    /** May be asked by any thread. */
    long bytes() {
        return bytes.get();
    }

    /** The pieces that changed since the last call, encoded, by day and number; one without bytes is there no longer. */
    Map<Long, byte[]> takeChanged() {
        Map<Long, byte[]> encoded = new HashMap<>(gone);
        gone.clear();
        for (Day day : days.values()) {
            day.changed.stream()
                    .forEach(piece -> encoded.put(
                            key(day.number, piece), day.pieces.get(piece).toBytes()));
            day.changed.clear();
            day.stored = day.pieces.size();
        }
        return encoded;
    }

    /** Takes over all pieces that {@link #takeChanged} gave, but for those that are there no longer. */
    void restore(Iterable<Map.Entry<Long, byte[]>> pieces) {
        pieces.forEach(entry -> {
            if (entry.getValue().length > 0) {
                int day = (int) (entry.getKey() >> Integer.SIZE);
                int number = entry.getKey().intValue();
                List<DeltaBuffer> ofDay = days.computeIfAbsent(day, Day::new).pieces;
                while (ofDay.size() <= number) {
                    ofDay.add(new DeltaBuffer());
                }
                ofDay.set(number, DeltaBuffer.of(entry.getValue()));
                bytes.addAndGet(entry.getValue().length);
            }
        });
        days.values().forEach(day -> day.stored = day.pieces.size());
    }

    private static long key(int day, int piece) {
        return (long) day << Integer.SIZE | piece;
    }
}
