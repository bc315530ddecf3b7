package vaiwg.jobs.prometheus;

import java.util.SortedMap;

/**
 * One value of one series at one instant.
 *
 * @param labels with the metric's name under {@code __name__}, sorted as Prometheus wants them
 * @param timestamp epoch milliseconds
 */
record Sample(SortedMap<String, String> labels, double value, long timestamp) {}
