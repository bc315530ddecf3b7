package vaiwg.jobs.prometheus;

import static vaiwg.jobs.prometheus.Sample.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.jobs.panes.Sources;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ComparedGroups;
import vaiwg.kpis.catalogue.DashboardSeries;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.suppression.SlotSuppression;
import vaiwg.kpis.suppression.Withheld;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Source;

/**
 * A snapshot's values as samples. Labels come from the catalogue's lists alone, and the text of a signal from these and from counts, never from
 * an event: nothing personal can get into one. Where the denominator is 0 there is no value, only the two counts: nothing of nothing is not 0 %. A percentile has no
 * numerator: its denominator is its number of cases. An estimate has neither, and nothing where it cannot be made. Of what is withheld for
 * small numbers, and of what a stream tells that the force has not sent, nothing is sent.
 */
public final class DashboardSamples {
    private static final String ALL = "all";
    /** By what groups of victims are told apart: the label is the same for all of them. */
    private static final Set<String> GROUPS =
            ComparedGroups.BY.stream().map(Characteristic::slug).collect(Collectors.toUnmodifiableSet());

    private final Catalogue catalogue;
    private final DashboardSeries dashboard;
    private final List<Map<String, String>> labels = new ArrayList<>();
    private final List<Map<String, String>> labelsOfEstimates = new ArrayList<>();
    private final ChartSamples charts;
    private final AlarmSamples alarms;
    private final SlotSuppression suppression;

    public DashboardSamples(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.charts = new ChartSamples(catalogue, this::labels);
        this.alarms = new AlarmSamples(catalogue);
        this.dashboard = DashboardSeries.of(catalogue);
        this.suppression = new SlotSuppression(catalogue, dashboard.slots());
        for (int i = 0; i < dashboard.size(); i++) {
            labels.add(labels(dashboard.slot(i)));
        }
        dashboard
                .estimates()
                .forEach(slot ->
                        labelsOfEstimates.add(labels(catalogue.estimates().columnOfSlot(slot), slot)));
    }

    /** All that is sent of a snapshot, by whichever output. */
    public List<Sample> of(DashboardSnapshot snapshot) {
        List<Sample> samples = new ArrayList<>();
        Withheld[] withheld = suppression.of(snapshot.numerators, snapshot.denominators);
        for (int i = 0; i < dashboard.size(); i++) {
            if (withheld[i] != null || snapshot.numerators[i] == DashboardSnapshot.UNKNOWN) {
                continue;
            }
            Column column = catalogue.columnOfSlot(dashboard.slot(i));
            Map<String, String> common = labels.get(i);
            int numerator = snapshot.numerators[i];
            int denominator = snapshot.denominators[i];
            if (column.isPercentile()) {
                samples.add(sample(MetricNames.DENOMINATOR, common, snapshot, denominator));
                if (denominator != 0) {
                    samples.add(sample(MetricNames.VALUE, common, snapshot, numerator));
                }
                continue;
            }
            samples.add(sample(MetricNames.NUMERATOR, common, snapshot, numerator));
            if (column.isCount()) {
                samples.add(sample(MetricNames.VALUE, common, snapshot, numerator));
                continue;
            }
            samples.add(sample(MetricNames.DENOMINATOR, common, snapshot, denominator));
            if (denominator != 0) {
                samples.add(sample(MetricNames.VALUE, common, snapshot, (double) numerator / denominator));
            }
        }
        for (int i = 0; i < snapshot.estimates.length; i++) {
            if (!Double.isNaN(snapshot.estimates[i])) {
                samples.add(sample(MetricNames.VALUE, labelsOfEstimates.get(i), snapshot, snapshot.estimates[i]));
            }
        }
        samples.addAll(charts.of(snapshot));
        samples.addAll(alarms.of(snapshot));
        samples.addAll(MatterSamples.of(snapshot));
        samples.addAll(StreamSamples.of(snapshot));
        samples.add(sample(MetricNames.AS_AT, Map.of(), snapshot, snapshot.asAt / 1000.0));
        samples.add(sample(
                MetricNames.RECONSTRUCTED, Map.of(), snapshot, Sources.isReconstructed(snapshot.sources) ? 1 : 0));
        for (Source source : Source.values()) {
            if (Sources.has(snapshot.sources, source)) {
                samples.add(sample(MetricNames.FORCE_INFO, Map.of("source", source.name()), snapshot, 1));
            }
        }
        return samples;
    }

    /** What each measure is called and who owns it; the same for every force. */
    List<Sample> info(long timestamp) {
        List<Sample> samples = new ArrayList<>();
        for (Measure measure : dashboard.measures()) {
            if (!measure.isRestricted()) {
                SortedMap<String, String> named = new TreeMap<>();
                named.put("__name__", MetricNames.INFO);
                named.put("kpi", measure.slug());
                named.put("priority", measure.priority().slug());
                named.put("title", measure.shortTitle());
                named.put("unit", measure.unit());
                named.put("direction", measure.direction().slug());
                named.put("owner", measure.priority().owner());
                named.put("concern", measure.concern());
                samples.add(new Sample(named, 1, timestamp));
            }
        }
        return samples;
    }

    private Map<String, String> labels(int slot) {
        return labels(catalogue.columnOfSlot(slot), slot);
    }

    private static Map<String, String> labels(Column column, int slot) {
        return labels(
                column.measure(),
                column.basis().slug(),
                column.windowOfSlot(slot).slug(),
                column.dimensionsOfSlot(slot));
    }

    /** The instant at which a day begins in London, a Unix time. */
    static double seconds(int day) {
        return LondonDays.startOf(day) / 1000.0;
    }

    /**
     * What a signal has beside the labels of its figure: what it is about with whatever else concerns the same, and its text.
     *
     * @param amount 1 where the figure is more than usual, -1 where it is less
     */
    static Map<String, String> signalLabels(Measure measure, int amount, String rule, String state, String text) {
        return Map.of(
                "concern", measure.concern(),
                "side", Movement.of(measure.direction(), amount).slug(),
                "rule", rule,
                "state", state,
                "text", text);
    }

    /** The labels of a figure of a measure, sorted as they are sent: they are copied for each sample. */
    static SortedMap<String, String> labels(
            Measure measure, String basis, String window, Map<String, String> dimensions) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("kpi", measure.slug());
        labels.put("priority", measure.priority().slug());
        labels.put("basis", basis);
        labels.put("window", window);
        labels.put("theme", ALL);
        labels.put("lpa", ALL);
        labels.put("characteristic", ALL);
        labels.put("group", ALL);
        dimensions.forEach((key, value) -> {
            if (GROUPS.contains(key)) {
                labels.put("characteristic", key);
                labels.put("group", value);
            } else {
                labels.put(key, value);
            }
        });
        return Collections.unmodifiableSortedMap(labels);
    }
}
