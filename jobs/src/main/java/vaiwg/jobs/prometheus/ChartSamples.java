package vaiwg.jobs.prometheus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.suppression.SlotSuppression;
import vaiwg.kpis.suppression.Withheld;

/** Limits of block charts and the signals that stand, with the labels of their figures. */
record ChartSamples(Catalogue catalogue, IntFunction<Map<String, String>> labelsOfSlot) {
    List<Sample> of(DashboardSnapshot snapshot) {
        List<Sample> samples = new ArrayList<>();
        for (DashboardSnapshot.Limit limit : snapshot.limits) {
            limit(limit.slot(), "lower", limit.lower(), snapshot, samples);
            limit(limit.slot(), "centre", limit.centre(), snapshot, samples);
            limit(limit.slot(), "upper", limit.upper(), snapshot, samples);
        }
        for (DashboardSnapshot.ChartSignal signal : snapshot.chartSignals) {
            Map<String, String> more = DashboardSamples.signalLabels(
                    catalogue.columnOfSlot(signal.slot()).measure(),
                    signal.amount(),
                    signal.rule(),
                    signal.state(),
                    isShown(signal) ? signal.text() : signal.textWithoutCounts());
            samples.add(sample(
                    MetricNames.SIGNAL, signal.slot(), more, DashboardSamples.seconds(signal.since()), snapshot));
        }
        return samples;
    }

    /** Whether all numbers of its text may be shown, by the rule of the views for dashboards. */
    private boolean isShown(DashboardSnapshot.ChartSignal signal) {
        return Arrays.stream(signal.counts()).noneMatch(block -> {
            Withheld[] withheld =
                    new SlotSuppression(catalogue, block.slots()).of(block.numerators(), block.denominators());
            return IntStream.range(0, withheld.length)
                    .anyMatch(place -> block.slots()[place] == signal.slot() && withheld[place] != null);
        });
    }

    private void limit(int slot, String bound, double value, DashboardSnapshot snapshot, List<Sample> samples) {
        samples.add(sample(MetricNames.LIMIT, slot, Map.of("bound", bound), value, snapshot));
    }

    private Sample sample(String name, int slot, Map<String, String> more, double value, DashboardSnapshot snapshot) {
        Map<String, String> labels = new HashMap<>(labelsOfSlot.apply(slot));
        labels.putAll(more);
        return Sample.sample(name, labels, snapshot, value);
    }
}
