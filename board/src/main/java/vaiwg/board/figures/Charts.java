package vaiwg.board.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The charts up to a snapshot, each with its newest periods, oldest first. */
public final class Charts {
    private final Map<String, Map<SeriesKey, List<ChartedPeriod>>> byMeasure = new TreeMap<>();

    public Charts(Map<SeriesKey, List<ChartedPeriod>> periods) {
        periods.forEach((key, list) -> byMeasure
                .computeIfAbsent(key.kpi(), kpi -> new java.util.HashMap<>())
                .put(key, List.copyOf(list)));
    }

    /** The periods of a chart, none where there is no such chart. */
    public List<ChartedPeriod> of(SeriesKey key) {
        return byMeasure.getOrDefault(key.kpi(), Map.of()).getOrDefault(key, List.of());
    }

    public Optional<ChartedPeriod> newest(SeriesKey key) {
        List<ChartedPeriod> periods = of(key);
        return periods.isEmpty() ? Optional.empty() : Optional.of(periods.get(periods.size() - 1));
    }

    /** All charts of a measure's slice, whatever their basis. */
    public Stream<SeriesKey> keys(String kpi, String slice) {
        return byMeasure.getOrDefault(kpi, Map.of()).keySet().stream()
                .filter(key -> key.slice().equals(slice));
    }

    /** All charts of a measure. */
    public Stream<SeriesKey> keys(String kpi) {
        return byMeasure.getOrDefault(kpi, Map.of()).keySet().stream();
    }
}
