package vaiwg.board.figures;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All values of a snapshot. One that is missing is zero of zero, or was not kept. */
public final class SnapshotValues {
    private final Snapshot snapshot;
    private final Map<SeriesKey, PublishedValue> values;
    private final Set<SeriesKey> totals;

    public SnapshotValues(Snapshot snapshot, Map<SeriesKey, PublishedValue> values) {
        this.snapshot = snapshot;
        this.values = Map.copyOf(values);
        this.totals = values.keySet().stream().map(key -> key.withSlice("")).collect(Collectors.toUnmodifiableSet());
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public Optional<PublishedValue> find(SeriesKey key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Whether the measure was published so at all, whatever the slice. */
    public boolean has(SeriesKey key) {
        return totals.contains(key.withSlice(""));
    }

    /** The slices of which a measure was published by a reading. */
    public Set<String> slices(String kpi, Reading reading) {
        return values.keySet().stream()
                .filter(key -> key.equals(reading.of(kpi, key.slice())))
                .map(SeriesKey::slice)
                .collect(Collectors.toSet());
    }

    public Iterable<PublishedValue> all() {
        return values.values();
    }
}
