package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.CountedMetrics;
import vaiwg.schemas.EventStream;

class IntakeCountersTest {
    private final CountedMetrics counted = new CountedMetrics();

    @Test
    void events_are_counted_by_stream_but_for_conduct_which_is_not_in_their_sum_either() {
        IntakeCounters counters = new IntakeCounters(counted.group());
        for (EventStream stream : EventStream.values()) {
            counters.admitted(stream.ordinal(), 0);
        }
        assertThat(counted.of("vaiwg_events_accepted_total")).isEqualTo(EventStream.values().length - 1);
        assertThat(counted.endingIn("/vaiwg_events_total"))
                .isEqualTo(Stream.of(EventStream.values())
                        .filter(stream -> stream != EventStream.CONDUCT)
                        .collect(Collectors.toMap(
                                stream -> "stream=" + stream.slug() + "/vaiwg_events_total", stream -> 1L)));
    }

    @Test
    void a_late_event_is_counted_unless_it_is_of_conduct() {
        IntakeCounters counters = new IntakeCounters(counted.group());
        for (EventStream stream : EventStream.values()) {
            counters.late(stream.ordinal());
        }
        assertThat(counted.of("vaiwg_events_late_total")).isEqualTo(EventStream.values().length - 1);
    }
}
