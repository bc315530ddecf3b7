package vaiwg.jobs.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.jobs.CountedMetrics;
import vaiwg.kpis.cases.Versions.VersionStatus;
import vaiwg.schemas.EventStream;

class SubjectCountersTest {
    private static final int STREAMS = EventStream.values().length;

    private final CountedMetrics counted = new CountedMetrics();

    @Test
    void what_comes_twice_or_in_conflict_is_counted_unless_it_is_of_conduct_and_what_is_lost_always() {
        SubjectCounters counters = new SubjectCounters(counted.group());
        for (EventStream stream : EventStream.values()) {
            for (VersionStatus arrival : VersionStatus.values()) {
                counters.count(stream, arrival);
            }
        }
        assertThat(counted.of("vaiwg_events_duplicate_total")).isEqualTo(STREAMS - 1);
        assertThat(counted.of("vaiwg_events_conflicting_total")).isEqualTo(STREAMS - 1);
        assertThat(counted.endingIn("reason=too_many_versions/vaiwg_dead_letters_total"))
                .as("by stream, conduct too")
                .hasSize(STREAMS)
                .containsEntry("stream=conduct/reason=too_many_versions/vaiwg_dead_letters_total", 1L);
    }
}
