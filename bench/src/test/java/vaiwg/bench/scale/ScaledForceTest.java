package vaiwg.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;

class ScaledForceTest {
    private static final int HORIZON = 5;

    private static CaseTemplates templates;

    @BeforeAll
    static void play() {
        templates = CaseTemplates.of(7, HORIZON);
    }

    @Test
    void copies_are_other_cases_of_other_people_with_the_same_events() {
        List<FeedRecord> one = events(1, 3);
        List<FeedRecord> three = events(3, 3);
        assertThat(three).hasSize(3 * one.size());
        assertThat(ids(three)).hasSize(3 * ids(one).size());
        assertThat(people(three)).hasSize(3 * people(one).size());
    }

    @Test
    void four_weeks_later_the_same_comes_again_with_other_names() {
        ScaledForce force = new ScaledForce(templates, "a-force", 1, 1);
        // From the fifth day on each day has all that the horizon brings.
        List<FeedRecord> first = force.events(HORIZON);
        List<FeedRecord> later = force.events(HORIZON + CaseTemplates.CYCLE);
        long shift = later.get(0).timestamp() - first.get(0).timestamp();
        assertThat(shift).isEqualTo(CaseTemplates.CYCLE * 86_400_000L);
        assertThat(later)
                .extracting(FeedRecord::timestamp)
                .containsExactlyElementsOf(
                        first.stream().map(record -> record.timestamp() + shift).toList());
        assertThat(ids(later)).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void what_a_day_is_complete_with_comes_after_all_that_arrives_on_it() {
        ScaledFeed feed = new ScaledFeed(
                templates,
                List.of(new ScaledForce(templates, "small", 1, 4), new ScaledForce(templates, "large", 2, 1)),
                3);
        int[] progress = new int[1];
        long[] last = new long[1];
        Set<String> forces = new HashSet<>();
        feed.play(record -> {
            assertThat(record.timestamp()).isGreaterThanOrEqualTo(last[0]);
            last[0] = record.timestamp();
            progress[0] += record.key() == null ? 1 : 0;
            if (record.value() instanceof CrimeRecording crime) {
                forces.add(crime.getForce());
            }
        });
        assertThat(progress[0]).isEqualTo(3 * EventStream.values().length);
        assertThat(forces).containsExactlyInAnyOrder("small", "large");
    }

    @Test
    void the_core_counts_as_many_cases_more_as_there_are_copies() {
        CoreTimer one = new CoreTimer(templates, new ScaledForce(templates, "a-force", 1, 1));
        CoreTimer two = new CoreTimer(templates, new ScaledForce(templates, "a-force", 2, 1));
        one.playThrough(3);
        two.playThrough(3);
        assertThat(one.run().cases()).isPositive();
        assertThat(two.run().cases()).isEqualTo(2 * one.run().cases());
        assertThat(two.run().rows()).as("snapshots are published").isPositive();
        assertThat(one.nanos()).isPositive();
    }

    private static List<FeedRecord> events(int copies, int days) {
        ScaledForce force = new ScaledForce(templates, "a-force", copies, 1);
        return IntStream.range(0, days)
                .mapToObj(force::events)
                .flatMap(List::stream)
                .toList();
    }

    private static Set<String> ids(List<FeedRecord> events) {
        Set<String> ids = new HashSet<>();
        events.forEach(record -> {
            if (record.value() instanceof CrimeRecording crime) {
                ids.add(crime.getEventId());
            }
        });
        return ids;
    }

    private static Set<String> people(List<FeedRecord> events) {
        Set<String> people = new HashSet<>();
        events.forEach(record -> {
            if (record.value() instanceof CrimeRecording crime
                    && crime.getVictim() != null
                    && crime.getVictim().getPersonId() != null) {
                people.add(crime.getVictim().getPersonId());
            }
        });
        return people;
    }
}
