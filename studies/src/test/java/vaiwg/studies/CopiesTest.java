package vaiwg.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.stages.CaseLog;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.Note;

/** A log of copies is as good as the log that it is made of. */
class CopiesTest {
    private static final int DAYS = 4;
    private static final long SEED = 7;

    private final EventReader reader = new EventReader(EventOptions.of(Forces.any()), CodeMaps.shipped());
    private final EventEncoder encoder = new EventEncoder();

    @Test
    void each_copy_of_an_event_is_accepted_and_belongs_to_a_subject_of_its_own() {
        List<FeedRecord> events = new ArrayList<>();
        SyntheticForce.westMidlands(SEED, EventLog.FIRST_DAY, EventLog.FIRST_DAY.plusDays(DAYS))
                .play(record -> {
                    if (record.key() != null && !(record.value() instanceof Note)) {
                        events.add(record);
                    }
                });
        Map<String, Set<String>> subjects = new HashMap<>();
        Set<Object> ids = new HashSet<>();
        int delivered = 0;
        for (FeedRecord event : events) {
            DecodedRecord original = read(event);
            Set<String> copied = subjects.computeIfAbsent(original.subjectKey(), any -> new HashSet<>());
            delivered += ids.add(original.version.eventId()) ? 1 : 0;
            for (int number = 1; number <= 2; number++) {
                DecodedRecord copy = read(Copies.of(event, number));
                assertThat(copy.rejected).as(copy.detail).isNull();
                copied.add(copy.subjectKey());
                ids.add(copy.version.eventId());
            }
        }
        assertThat(subjects).hasSizeGreaterThan(100);
        assertThat(subjects.values()).allMatch(copies -> copies.size() == 2);
        assertThat(subjects.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
        assertThat(subjects.values().stream().flatMap(Set::stream)).doesNotContainAnyElementsOf(subjects.keySet());
        assertThat(ids).as("an event that came twice does so in the copies too").hasSize(3 * delivered);
    }

    private DecodedRecord read(FeedRecord event) {
        return reader.read(event.stream(), CaseLog.arrival(event, 0, encoder));
    }
}
