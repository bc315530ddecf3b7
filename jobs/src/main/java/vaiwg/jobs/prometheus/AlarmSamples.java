package vaiwg.jobs.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SliceRows;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.DailyReading;

/**
 * What the daily alarm saw, and its signals: since when while they stand, 0 with the midnight at which they ended. How many outcomes there
 * were, and how many were expected, is sent where one signal of a series stands: of a rise beside a fall both have the same labels.
 */
final class AlarmSamples {
    private final Map<String, Measure> measures = new HashMap<>();

    AlarmSamples(Catalogue catalogue) {
        catalogue.measures().stream()
                .filter(measure -> !measure.isRestricted())
                .forEach(measure -> measures.put(measure.slug(), measure));
    }

    List<Sample> of(DashboardSnapshot snapshot) {
        List<Sample> samples = new ArrayList<>();
        for (DailyReading alarm : snapshot.alarms) {
            Map<String, String> series = Map.of("theme", alarm.theme(), "outcome", alarm.outcomes());
            if (alarm.observed() >= WithheldFigures.LEAST) {
                samples.add(sample(MetricNames.ALARM_OBSERVED, series, snapshot, alarm.observed()));
            }
            samples.add(sample(MetricNames.ALARM_EXPECTED, series, snapshot, alarm.expected()));
            samples.add(sample(MetricNames.ALARM_SCORE, series, snapshot, alarm.score()));
            samples.add(sample(MetricNames.ALARM_THRESHOLD, series, snapshot, alarm.threshold()));
        }
        // By its labels alone a signal that ended cannot be told from one like it that stands.
        Map<Map<String, String>, Double> signals = new LinkedHashMap<>();
        Map<Map<String, String>, List<Signal>> standing = new LinkedHashMap<>();
        for (Signal over : snapshot.over) {
            series(over).ifPresent(series -> signals.put(told(series, over), 0.0));
        }
        for (Signal stands : snapshot.standing) {
            series(stands).ifPresent(series -> {
                signals.put(told(series, stands), DashboardSamples.seconds(stands.since()));
                standing.computeIfAbsent(series, none -> new ArrayList<>()).add(stands);
            });
        }
        signals.forEach((labels, since) -> samples.add(sample(MetricNames.SIGNAL, labels, snapshot, since)));
        standing.forEach((series, stand) -> {
            if (stand.size() == 1) {
                samples.addAll(seen(stand.get(0), series, snapshot));
            }
        });
        return samples;
    }

    /** How much; a number of outcomes that is not shown is not sent. */
    private static List<Sample> seen(Signal signal, Map<String, String> series, DashboardSnapshot snapshot) {
        List<Sample> samples = new ArrayList<>();
        samples.add(sample(MetricNames.SIGNAL_EXPECTED, series, snapshot, signal.expected()));
        if (signal.observed() >= WithheldFigures.LEAST) {
            samples.add(sample(MetricNames.SIGNAL_OBSERVED, series, snapshot, signal.observed()));
        }
        return samples;
    }

    /** The labels of the figure of a signal, where this build knows it and everybody may see it. */
    private Optional<Map<String, String>> series(Signal signal) {
        return Optional.ofNullable(measures.get(signal.kpi()))
                .map(measure -> DashboardSamples.labels(
                        measure, signal.basis(), signal.window(), SliceRows.dimensions(signal.slice())));
    }

    private static Map<String, String> told(Map<String, String> series, Signal signal) {
        Map<String, String> labels = new TreeMap<>(series);
        labels.put("rule", signal.rule());
        labels.put("state", signal.state().slug());
        return labels;
    }

    private static Sample sample(String name, Map<String, String> labels, DashboardSnapshot snapshot, double value) {
        SortedMap<String, String> named = new TreeMap<>(labels);
        named.put("__name__", name);
        named.put("force", snapshot.force);
        return new Sample(named, value, snapshot.asAt);
    }
}
