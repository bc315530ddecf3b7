package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;

class LiveForceTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final SyntheticForce FORCE = SyntheticForce.westMidlands(5, FIRST_DAY, FIRST_DAY.plusDays(60));

    private static List<FeedRecord> play(double volume, Instant from, Duration every, int ticks) {
        LiveForce live = FORCE.live(volume);
        List<FeedRecord> records = new ArrayList<>();
        for (int tick = 0; tick <= ticks; tick++) {
            live.tick(from.plus(every.multipliedBy(tick)), records::add);
        }
        return records;
    }

    private static long newCrimes(List<FeedRecord> records) {
        return records.stream()
                .filter(record -> record.value() instanceof CrimeRecording crime && crime.getVersion() == 1)
                .count();
    }

    @Test
    void a_day_at_the_usual_volume_has_a_days_crimes() {
        List<FeedRecord> records = play(1, FORCE.end().plus(Duration.ofMinutes(10)), Duration.ofMinutes(10), 143);
        assertThat(newCrimes(records)).isBetween(230L, 420L);
        assertThat(records).anyMatch(record -> record.stream() == EventStream.OUTCOME);
        assertThat(records).anyMatch(record -> record.stream() == EventStream.STALKING);
    }

    @Test
    void a_higher_volume_brings_more_crimes_and_outcomes() {
        Instant noon = FORCE.end().plus(Duration.ofHours(12));
        List<FeedRecord> usual = play(1, noon, Duration.ofSeconds(30), 120);
        List<FeedRecord> many = play(30, noon, Duration.ofSeconds(30), 120);
        assertThat(newCrimes(many)).isGreaterThan(newCrimes(usual) + 150);
        assertThat(outcomes(many)).isGreaterThan(outcomes(usual) + 100);
    }

    private static long outcomes(List<FeedRecord> records) {
        return records.stream()
                .filter(record -> record.stream() == EventStream.OUTCOME)
                .count();
    }

    @Test
    void every_record_is_made_and_delivered_at_its_tick_and_says_nothing_about_the_time_after() {
        for (FeedRecord record : play(20, FORCE.end().plus(Duration.ofHours(30)), Duration.ofMinutes(1), 60)) {
            Instant now = Instant.ofEpochMilli(record.timestamp());
            if (record.value() instanceof CrimeRecording crime) {
                assertThat(crime.getChangedAt()).isEqualTo(now);
                assertThat(crime.getRecordedAt()).isBefore(now);
            } else if (record.value() instanceof Outcome outcome) {
                assertThat(outcome.getChangedAt()).isEqualTo(now);
                assertThat(outcome.getOutcomeType() == null
                                || !outcome.getAssignedAt().isAfter(now))
                        .isTrue();
            } else {
                assertThat(field(record, "changedAt")).isEqualTo(now);
            }
        }
    }

    @Test
    void references_and_versions_go_on_where_the_history_ended() {
        Map<String, Long> newest = new HashMap<>();
        Set<String> eventIds = new HashSet<>();
        FORCE.play(record -> note(record, newest, eventIds));
        Map<String, Long> before = Map.copyOf(newest);
        play(5, FORCE.end().plus(Duration.ofHours(9)), Duration.ofMinutes(5), 60)
                .forEach(record -> {
                    Long known = newest.get(thing(record));
                    assertThat(note(record, newest, eventIds)).isEqualTo(known == null ? 1L : known + 1);
                });
        assertThat(newest).hasSizeGreaterThan(before.size());
    }

    /** Notes the version of a record, but not of its copies; gives it. */
    private static long note(FeedRecord record, Map<String, Long> newest, Set<String> eventIds) {
        long version = 0;
        String eventId = null;
        if (record.key() != null) {
            version = (long) field(record, "version");
            eventId = (String) field(record, "eventId");
        }
        if (eventId != null && eventIds.add(eventId)) {
            newest.merge(thing(record), version, Math::max);
        }
        return version;
    }

    private static Object field(FeedRecord record, String name) {
        return record.value().get(record.value().getSchema().getField(name).pos());
    }

    /** What the version numbers are of: a subject in a stream, or one of its steps. */
    private static String thing(FeedRecord record) {
        return record.stream()
                + record.key()
                + record.stream().step().map(step -> "/" + field(record, step)).orElse("");
    }

    @Test
    void a_clock_that_stands_still_or_goes_back_makes_nothing() {
        LiveForce live = FORCE.live(10);
        Instant now = FORCE.end().plus(Duration.ofHours(8));
        live.tick(now, record -> {});
        List<FeedRecord> records = new ArrayList<>();
        live.tick(now, records::add);
        live.tick(now.minusSeconds(60), records::add);
        assertThat(records).isEmpty();
    }

    @Test
    void a_volume_below_one_is_rejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> FORCE.live(0.5)).withMessageContaining("at least 1");
    }
}
