package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;

/** Of one history, played once for all that is asked of it, and of some others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedTableTest {
    private static final long SEED = 6;
    private static final LocalDate END_DAY = LocalDate.of(2021, 10, 1);
    private static final Map<String, long[]> PAPER = Map.of(
            "rape", new long[] {1_275, 694},
            "other_sexual", new long[] {1_399, 587},
            "stalking_harassment", new long[] {13_448, 5_613},
            "domestic_abuse", new long[] {17_478, 12_338});

    private final List<FeedRecord> records = records();
    private final Truth truth = feed(SEED).truth();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 42})
    void folding_the_events_gives_the_papers_table(long seed) {
        Folded folded = new Folded();
        feed(seed).play(folded::take);
        PAPER.forEach((theme, figures) -> {
            assertThat(folded.recorded(theme)).as(theme).isEqualTo(figures[0]);
            assertThat(folded.withOutcome(theme, "16")).as(theme).isEqualTo(figures[1]);
        });
    }

    @Test
    void the_truth_says_the_same() {
        assertThat(truth.toDate())
                .containsAll(PAPER.entrySet().stream()
                        .map(row -> new Truth.Total(row.getKey(), row.getValue()[0], row.getValue()[1]))
                        .toList());
    }

    @Test
    void the_union_counts_each_crime_once_and_is_smaller_than_the_sum_of_the_rows() {
        Folded folded = folded();
        long sum = PAPER.values().stream().mapToLong(figures -> figures[0]).sum();
        long overlay = folded.crimes().values().stream()
                .filter(crime -> folded.counts(crime, "domestic_abuse"))
                .filter(crime -> folded.counts(crime, "rape")
                        || folded.counts(crime, "other_sexual")
                        || folded.counts(crime, "stalking_harassment"))
                .count();
        assertThat(overlay).isBetween(4_000L, 5_000L);
        assertThat(folded.recorded("vaiwg")).isEqualTo(sum - overlay);
    }

    @Test
    void every_crime_is_recorded_in_the_last365_days_and_known_before_the_end() {
        Instant end = feed(SEED).end();
        for (FeedRecord record : records) {
            if (record.value() instanceof CrimeRecording crime) {
                LocalDate day =
                        crime.getRecordedAt().atZone(ForceCalendar.LONDON).toLocalDate();
                assertThat(day).isBetween(END_DAY.minusDays(365), END_DAY.minusDays(1));
                assertThat(crime.getChangedAt()).isBefore(end);
            } else if (record.value() instanceof Outcome outcome) {
                assertThat(outcome.getChangedAt()).isBefore(end);
            } else {
                assertThat(record.value()).isInstanceOf(Progress.class);
            }
        }
    }

    @Test
    void counting_events_instead_of_crimes_gives_other_figures() {
        Map<String, Long> disturbances = truth.disturbances();
        assertThat(disturbances.get("cancelled")).isGreaterThan(500);
        assertThat(disturbances.get("reclassified")).isGreaterThan(500);
        assertThat(disturbances.get("outcome_reopened")).isGreaterThan(100);
        assertThat(disturbances.get("flag_late")).isGreaterThan(300);
        assertThat(disturbances.get("late")).isGreaterThan(50);
        assertThat(disturbances.get("duplicate")).isGreaterThan(50);

        Set<String> everWith16 = new HashSet<>();
        for (FeedRecord record : records) {
            if (record.value() instanceof Outcome outcome && "16".equals(outcome.getOutcomeType())) {
                everWith16.add(outcome.getCrimeReference());
            }
        }
        assertThat((long) everWith16.size()).isGreaterThan(folded().withOutcome("vaiwg", "16") + 500);
    }

    @Test
    void a_seed_gives_the_same_bytes_and_another_seed_others() {
        String digest = Bytes.digest(records::forEach);
        assertThat(Bytes.digest(feed(SEED))).isEqualTo(digest);
        assertThat(Bytes.digest(feed(1))).isNotEqualTo(digest);
    }

    private static List<FeedRecord> records() {
        List<FeedRecord> records = new ArrayList<>();
        feed(SEED).play(records::add);
        return records;
    }

    private Folded folded() {
        Folded folded = new Folded();
        records.forEach(folded::take);
        return folded;
    }

    private static ScriptedHistory feed(long seed) {
        return ScriptedHistory.named("seed-table", seed);
    }
}
