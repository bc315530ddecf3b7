package vaiwg.jobs.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vaiwg.jobs.panes.BoardSnapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SliceRows;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.DailyReading;

/** What the daily alarm saw, and its signals: 1 while they stand, 0 with the midnight at which they ended. */
final class AlarmSamples {
    private final Map<String, Measure> measures = new HashMap<>();

    AlarmSamples(Catalogue catalogue) {
        catalogue.measures().stream()
                .filter(measure -> !measure.isRestricted())
                .forEach(measure -> measures.put(measure.slug(), measure));
    }

    List<Sample> of(BoardSnapshot snapshot) {
        List<Sample> samples = new ArrayList<>();
        for (DailyReading alarm : snapshot.alarms) {
            Map<String, String> series = Map.of("theme", alarm.theme(), "outcome", alarm.outcomes());
            samples.add(sample(MetricNames.ALARM_OBSERVED, series, snapshot, alarm.observed()));
            samples.add(sample(MetricNames.ALARM_EXPECTED, series, snapshot, alarm.expected()));
            samples.add(sample(MetricNames.ALARM_SCORE, series, snapshot, alarm.score()));
            samples.add(sample(MetricNames.ALARM_THRESHOLD, series, snapshot, alarm.threshold()));
        }
        // By its labels alone a signal that ended cannot be told from one like it that stands.
        Map<Map<String, String>, Integer> signals = new LinkedHashMap<>();
        putAll(snapshot.over, 0, signals);
        putAll(snapshot.standing, 1, signals);
        signals.forEach((labels, stands) -> samples.add(sample(MetricNames.SIGNAL, labels, snapshot, stands)));
        return samples;
    }

    /** Of measures that this build knows and that everybody may see. */
    private void putAll(Signal[] from, int stands, Map<Map<String, String>, Integer> signals) {
        for (Signal signal : from) {
            Measure measure = measures.get(signal.kpi());
            if (measure != null) {
                Map<String, String> labels = new TreeMap<>(BoardSamples.labels(
                        measure, signal.basis(), signal.window(), SliceRows.dimensions(signal.slice())));
                labels.put("rule", signal.rule());
                labels.put("state", signal.state().slug());
                signals.put(labels, stands);
            }
        }
    }

    private static Sample sample(String name, Map<String, String> labels, BoardSnapshot snapshot, double value) {
        SortedMap<String, String> named = new TreeMap<>(labels);
        named.put("__name__", name);
        named.put("force", snapshot.force);
        return new Sample(named, value, snapshot.asAt);
    }
}
