package vaiwg.board.figures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The charts up to a snapshot, each with its newest periods, oldest first. */
public final class Charts {
    private static final String SETTLED = "settled_";
    private static final String MATURED = "matured_";

    private final Map<String, Map<SeriesKey, List<ChartedPeriod>>> byMeasure = new HashMap<>();

    public Charts(Map<SeriesKey, List<ChartedPeriod>> periods) {
        periods.forEach((key, list) ->
                byMeasure.computeIfAbsent(key.kpi(), kpi -> new HashMap<>()).put(key, List.copyOf(list)));
    }

    /** The periods of the chart beside a figure, that of the figure's own basis where there is one; none where there is no chart. */
    public List<ChartedPeriod> beside(String kpi, Reading reading, String slice) {
        Map<SeriesKey, List<ChartedPeriod>> charts = byMeasure.getOrDefault(kpi, Map.of());
        return charts.keySet().stream()
                .filter(key -> key.slice().equals(slice))
                .min(Comparator.comparingInt((SeriesKey key) -> distance(key, reading))
                        .thenComparing(SeriesKey::basis)
                        .thenComparing(SeriesKey::window))
                .map(charts::get)
                .orElse(List.of());
    }

    public Set<String> slices(String kpi) {
        return byMeasure.getOrDefault(kpi, Map.of()).keySet().stream()
                .map(SeriesKey::slice)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int distance(SeriesKey chart, Reading reading) {
        if (chart.basis().equals(matured(reading.basis()))) {
            return 0;
        }
        return chart.basis().equals(reading.basis()) ? 1 : 2;
    }

    private static String matured(String basis) {
        return basis.startsWith(SETTLED) ? MATURED + basis.substring(SETTLED.length()) : basis;
    }
}
