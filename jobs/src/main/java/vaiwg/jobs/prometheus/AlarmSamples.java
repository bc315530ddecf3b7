package vaiwg.jobs.prometheus;

import static vaiwg.jobs.prometheus.Sample.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.suppression.PeopleCount;
import vaiwg.kpis.text.Digits;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.SignalDays;
import vaiwg.statistics.signals.alarm.DailyReading;

/** What the daily alarm saw, and its signals: since when while they stand, 0 with the midnight at which they ended. */
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
            if (alarm.observed() >= PeopleCount.LEAST) {
                samples.add(sample(MetricNames.ALARM_OBSERVED, series, snapshot, alarm.observed()));
            }
            samples.add(sample(MetricNames.ALARM_EXPECTED, series, snapshot, alarm.expected()));
        }
        // By its labels alone a signal that ended cannot be told from one like it that stands.
        Map<Map<String, String>, Double> signals = new LinkedHashMap<>();
        for (Signal over : snapshot.over) {
            labels(over).ifPresent(labels -> signals.put(labels, 0.0));
        }
        for (Signal stands : snapshot.standing) {
            labels(stands).ifPresent(labels -> signals.put(labels, DashboardSamples.seconds(stands.since())));
        }
        signals.forEach((labels, since) -> samples.add(sample(MetricNames.SIGNAL, labels, snapshot, since)));
        return samples;
    }

    /** Of a signal whose figure this build knows and everybody may see. */
    private Optional<Map<String, String>> labels(Signal signal) {
        return Optional.ofNullable(measures.get(signal.kpi())).map(measure -> {
            Map<String, String> labels = new TreeMap<>(DashboardSamples.labels(
                    measure, signal.basis(), signal.window(), Slice.dimensions(signal.slice())));
            labels.putAll(DashboardSamples.signalLabels(
                    measure, signal.amount(), signal.rule(), signal.state().slug(), text(measure, signal)));
            return labels;
        });
    }

    /** Its sentences; where a number of cases in the first is not shown, another. */
    private static String text(Measure measure, Signal signal) {
        if (signal.observed() >= PeopleCount.LEAST && signal.n() >= PeopleCount.LEAST) {
            return signal.paragraph();
        }
        String theme = Slice.dimensions(signal.slice()).get("theme");
        return measure.shortTitle() + (theme == null ? "" : ", " + theme.replace('_', ' '))
                + (signal.amount() > 0 ? ": more" : ": fewer") + " outcomes than the "
                + Digits.decimal(signal.expected(), 1) + " expected since " + SignalDays.day(signal.since())
                + ", with too few cases to show their number."
                + signal.paragraph().substring(signal.paragraph().indexOf(". ") + 1);
    }
}
