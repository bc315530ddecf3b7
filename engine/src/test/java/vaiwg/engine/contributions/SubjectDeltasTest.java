package vaiwg.engine.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.RandomCases.stamped;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.Seed;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class SubjectDeltasTest {
    private static final int CASES = 1_500;

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final SubjectDeltas subjects = new SubjectDeltas(catalogue);
    private final Standing standing = new Standing(catalogue);

    @Test
    void in_any_order_of_arrival_the_sum_of_all_delta_entries_is_the_same_at_every_knowledge_time() {
        Random random = Seed.random("order of arrival");
        RandomCases cases = new RandomCases(random, 400);
        for (int i = 0; i < CASES; i++) {
            List<Version> events = RandomCases.withOneRepetitionAtMost(cases.history());
            List<DeltaEntry> inOrder = entries(events);
            var standingInOrder = standing.byKnowledgeTime(inOrder);
            for (int order = 0; order < 3; order++) {
                Collections.shuffle(events, random);
                List<DeltaEntry> shuffled = entries(events);
                assertThat(standing.byKnowledgeTime(shuffled)).as("case %s", i).isEqualTo(standingInOrder);
                assertThat(knownFrom(shuffled)).isEqualTo(knownFrom(inOrder));
            }
        }
    }

    @Test
    void what_is_said_again_in_order_changes_no_figure_and_takes_no_more_than_one_place() {
        Random random = Seed.random("repetitions");
        RandomCases cases = new RandomCases(random, 400);
        for (int i = 0; i < CASES; i++) {
            List<Version> events = new ArrayList<>();
            List<Version> withRepetitions = new ArrayList<>();
            long changed = cases.crime().recordedAt;
            for (int number = 1; number < 40; number += 8) {
                CrimeVersion crime = cases.crime();
                changed += random.nextLong(20 * 86_400_000L);
                events.add(stamped(crime, number, changed));
                withRepetitions.add(crime);
                for (int again = random.nextInt(8); again > 0; again--) {
                    changed += random.nextInt(3) * 3_600_000L;
                    withRepetitions.add(stamped(RandomCases.copyOf(crime), number + 8 - again, changed));
                }
            }
            assertThat(standing.byKnowledgeTime(entries(withRepetitions)))
                    .as("case %s", i)
                    .isEqualTo(standing.byKnowledgeTime(entries(events)));
            CaseState kept = new CaseState();
            for (Version event : withRepetitions) {
                kept = kept.with(event);
            }
            assertThat(kept.crimes).hasSizeLessThanOrEqualTo(2 * events.size());
        }
    }

    @Test
    void posted_anew_a_subject_comes_to_the_same_as_its_events_did() {
        Random random = Seed.random("posted anew");
        RandomCases cases = new RandomCases(random, 400);
        for (int i = 0; i < CASES; i++) {
            CaseState state = new CaseState();
            List<Version> events = new ArrayList<>(cases.history());
            for (Version event : events) {
                state = state.with(event);
            }
            List<DeltaEntry> all = subjects.all(state);
            assertThat(standing.byKnowledgeTime(all))
                    .as("case %s", i)
                    .isEqualTo(standing.byKnowledgeTime(entries(events)));
            assertThat(knownFrom(all)).isEqualTo(knownFrom(entries(events)));
        }
    }

    @Test
    void in_any_order_of_arrival_a_perpetrators_delta_entries_come_to_the_same() {
        Random random = Seed.random("order of steps");
        RandomCases cases = new RandomCases(random, 400);
        for (int i = 0; i < CASES; i++) {
            List<StepVersion> steps = new ArrayList<>(cases.steps());
            List<DeltaEntry> inOrder = stepDeltas(steps);
            Collections.shuffle(steps, random);
            assertThat(standing.byKnowledgeTime(stepDeltas(steps))).isEqualTo(standing.byKnowledgeTime(inOrder));
        }
    }

    @Test
    void what_has_entered_by_an_instant_is_the_case_as_known_then() {
        Random random = Seed.random("known at an instant");
        RandomCases cases = new RandomCases(random, 400);
        for (int i = 0; i < CASES; i++) {
            List<Version> events = RandomCases.withOneRepetitionAtMost(cases.history());
            Collections.shuffle(events, random);
            long instant = events.get(0).knownAt - random.nextInt(2);
            List<Version> known =
                    events.stream().filter(event -> event.knownAt <= instant).toList();
            assertThat(standing.enteredBy(entries(events), instant))
                    .as("case %s", i)
                    .isEqualTo(standing.enteredBy(entries(known), instant));
        }
    }

    @Test
    void what_is_revised_does_not_depend_on_when_it_became_known() {
        Random random = Seed.random("revised");
        RandomCases cases = new RandomCases(random, 400);
        for (int i = 0; i < CASES; i++) {
            // Of three that say the same, of which another takes the first one's number later, the second is gone: see
            // Repetitions.
            List<Version> events = RandomCases.withOneRepetitionAtMost(cases.history());
            var asItCame = standing.revised(entries(events));
            long together =
                    events.stream().mapToLong(event -> event.knownAt).max().orElseThrow();
            events.forEach(event -> event.knownAt = together);
            assertThat(standing.revised(entries(events))).as("case %s", i).isEqualTo(asItCame);
        }
    }

    @Test
    @Tag("pitfall-7")
    void a_crime_that_was_created_and_cancelled_never_happened() {
        Random random = Seed.random("create and cancel");
        RandomCases cases = new RandomCases(random, 400);
        for (int i = 0; i < CASES; i++) {
            CrimeVersion created = active(cases.crime());
            CrimeVersion cancelled = RandomCases.copyOf(created);
            cancelled.status = (byte) random.nextInt(1, 4);
            List<Version> events = new ArrayList<>(List.of(
                    stamped(created, 1, created.recordedAt),
                    stamped(cancelled, 2, created.recordedAt + random.nextLong(200 * 86_400_000L)),
                    stamped(cases.outcome(created.recordedAt), 1, created.recordedAt)));
            Collections.shuffle(events, random);
            assertThat(standing.revised(entries(events))).isEmpty();
        }
    }

    @Test
    void a_crime_that_was_reclassified_was_created_so() {
        Random random = Seed.random("reclassified");
        RandomCases cases = new RandomCases(random, 400);
        for (int i = 0; i < CASES; i++) {
            CrimeVersion first = active(cases.crime());
            CrimeVersion second = RandomCases.copyOf(first);
            second.offence = PackedCode.pack(random.nextBoolean() ? "19C" : "8Q");
            second.flags = random.nextInt(2);
            second.unit = cases.crime().unit;
            second.recordedAt = first.recordedAt + (random.nextInt(3) == 0 ? 86_400_000L : 0);
            CrimeVersion createdSo = RandomCases.copyOf(second);
            long changed = first.recordedAt + random.nextLong(200 * 86_400_000L);
            Version outcome = stamped(cases.outcome(first.recordedAt), 1, first.recordedAt);
            List<Version> events =
                    new ArrayList<>(List.of(stamped(first, 1, first.recordedAt), stamped(second, 2, changed), outcome));
            Collections.shuffle(events, random);
            assertThat(standing.revisedAsIfNeverCorrected(entries(events)))
                    .isEqualTo(standing.revisedAsIfNeverCorrected(
                            entries(List.of(stamped(createdSo, 1, first.recordedAt), outcome))));
        }
    }

    @Test
    void a_case_that_learns_nothing_sends_nothing() {
        RandomCases cases = new RandomCases(new Random(1), 400);
        CrimeVersion crime = stamped(active(cases.crime()), 1, 1_000_000);
        CaseState before = new CaseState().with(crime);
        CrimeVersion sameAgain = stamped(RandomCases.copyOf(crime), 2, 2_000_000);
        assertThat(subjects.of(before, before.with(sameAgain), sameAgain.knownAt))
                .isEmpty();
    }

    private List<DeltaEntry> entries(List<Version> events) {
        List<DeltaEntry> entries = new ArrayList<>();
        CaseState state = null;
        for (Version event : events) {
            CaseState known = state == null ? new CaseState() : state;
            CaseState after = known.with(event);
            if (after != known) {
                entries.addAll(subjects.of(state, after, event.knownAt));
                state = after;
            }
        }
        return entries;
    }

    private List<DeltaEntry> stepDeltas(List<StepVersion> steps) {
        List<DeltaEntry> entries = new ArrayList<>();
        VersionLog<StepVersion> state = null;
        for (StepVersion step : steps) {
            VersionLog<StepVersion> after =
                    (state == null ? VersionLog.<StepVersion>of(VersionKind.STEP) : state).with(step);
            entries.addAll(subjects.of(state, after, step.knownAt));
            state = after;
        }
        return entries;
    }

    /** From when the subject is known: its markers come to one, whichever of its events came first. */
    private static long knownFrom(List<DeltaEntry> entries) {
        Map<Long, Integer> markers = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.contributionType == ContributionType.MARKER.ordinal())
                .forEach(entry -> markers.merge(entry.enters, (int) entry.sign, Integer::sum));
        markers.values().removeIf(subjects -> subjects == 0);
        assertThat(markers.values()).containsExactly(1);
        return markers.keySet().iterator().next();
    }

    private static CrimeVersion active(CrimeVersion crime) {
        crime.status = CrimeVersion.ACTIVE;
        return crime;
    }
}
