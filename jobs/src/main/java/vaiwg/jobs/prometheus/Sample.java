package vaiwg.jobs.prometheus;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vaiwg.jobs.panes.DashboardSnapshot;

/**
 * One value of one series at one instant.
 *
 * @param labels with the metric's name under {@link #NAME}, sorted as Prometheus wants them
 * @param timestamp epoch milliseconds
 */
public record Sample(SortedMap<String, String> labels, double value, long timestamp) {
    public static final String NAME = "__name__";

    /** A value of a snapshot's force, as at the snapshot's instant. */
    static Sample sample(String name, Map<String, String> labels, DashboardSnapshot snapshot, double value) {
        SortedMap<String, String> named = new TreeMap<>(labels);
        named.put(NAME, name);
        named.put("force", snapshot.force);
        return new Sample(named, value, snapshot.asAt);
    }
}
