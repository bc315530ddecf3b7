package vaiwg.jobs.prometheus;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.jobs.panes.SnapshotVerdicts.MatterRow;
import vaiwg.kpis.catalogue.Priority;

/**
 * By when owners answer, as samples: of all matters of one concern, side and state, act or watch, whose alerts are one message to their owner, the
 * first day. Of what was raised in a history that was loaded, owners are asked at the first midnight that is published. It is noon, whose date is
 * the same in London and in UTC. A matter without a signal raises no alert.
 */
final class MatterSamples {
    private static final long NOON = Duration.ofHours(12).toSeconds();

    private MatterSamples() {}

    static List<Sample> of(DashboardSnapshot snapshot) {
        Map<Map<String, String>, Integer> due = new LinkedHashMap<>();
        for (MatterRow matter : snapshot.matters) {
            if (!matter.signals().isEmpty()) {
                due.merge(
                        Map.of(
                                "concern",
                                matter.concern(),
                                "side",
                                matter.movement(),
                                "state",
                                matter.state().slug()),
                        Math.max(matter.due(), snapshot.publishedFrom + Priority.DAYS_TO_ANSWER),
                        Math::min);
            }
        }
        return due.entrySet().stream()
                .map(first -> Sample.sample(
                        MetricNames.MATTER_DUE,
                        first.getKey(),
                        snapshot,
                        DashboardSamples.seconds(first.getValue()) + NOON))
                .toList();
    }
}
