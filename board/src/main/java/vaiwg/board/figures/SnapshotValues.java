package vaiwg.board.figures;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All values of a snapshot. One that is missing is zero of zero, or was not kept. */
public final class SnapshotValues {
    private final PublishedSnapshot snapshot;
    private final Map<String, Map<SeriesKey, PublishedValue>> byMeasure = new HashMap<>();

    public SnapshotValues(PublishedSnapshot snapshot, Map<SeriesKey, PublishedValue> values) {
        this.snapshot = snapshot;
        values.forEach((key, value) ->
                byMeasure.computeIfAbsent(key.kpi(), kpi -> new HashMap<>()).put(key, value));
    }

    public PublishedSnapshot snapshot() {
        return snapshot;
    }

    public Optional<PublishedValue> find(SeriesKey key) {
        return Optional.ofNullable(of(key.kpi()).get(key));
    }

    /** Whether the measure was published so at all, whatever the slice. */
    public boolean has(SeriesKey key) {
        return of(key.kpi()).keySet().stream()
                .anyMatch(other -> other.withSlice("").equals(key.withSlice("")));
    }

    public Set<String> slices(String kpi, Reading reading) {
        return of(kpi).keySet().stream()
                .filter(key -> key.equals(reading.of(kpi, key.slice())))
                .map(SeriesKey::slice)
                .collect(Collectors.toSet());
    }

    /** Whether the source knows months only: then every window is one of months. */
    public boolean isByMonth() {
        return !byMeasure.isEmpty()
                && byMeasure.values().stream()
                        .flatMap(values -> values.keySet().stream())
                        .allMatch(key -> key.window().matches("\\d+m"));
    }

    private Map<SeriesKey, PublishedValue> of(String kpi) {
        return byMeasure.getOrDefault(kpi, Map.of());
    }
}
