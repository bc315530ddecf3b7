package vaiwg.kpis.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.kpis.Counted;
import vaiwg.kpis.cases.Versions.VersionStatus;

class VersionsTest {
    private static final OutcomeVersion[] NONE = {};

    @Test
    void the_same_event_again_is_a_duplicate_and_changes_nothing() {
        OutcomeVersion[] known = {version(1, 10, 7, 100)};
        OutcomeVersion copy = version(1, 10, 7, 200);
        assertThat(Versions.statusOf(known, copy)).isEqualTo(VersionStatus.DUPLICATE);
        assertThat(Versions.with(known, copy)).isSameAs(known);
    }

    @Test
    void a_copy_with_a_lesser_knowledge_time_is_known_from_that_knowledge_time() {
        OutcomeVersion[] known = {version(1, 10, 7, 100)};
        OutcomeVersion[] after = Versions.with(known, version(1, 10, 7, 50));
        assertThat(after).hasSize(1);
        assertThat(after[0].knownAt).isEqualTo(50);
        assertThat(known[0].knownAt)
                .as("what state holds is not changed in place")
                .isEqualTo(100);
    }

    @Test
    void another_event_that_says_the_same_is_a_duplicate_and_kept() {
        OutcomeVersion[] known = {version(1, 10, 7, 100)};
        OutcomeVersion sameWords = version(1, 10, 8, 50);
        assertThat(Versions.statusOf(known, sameWords)).isEqualTo(VersionStatus.DUPLICATE);
        assertThat(Versions.with(known, sameWords)).hasSize(2);
    }

    @Test
    void what_versions_of_a_crime_have_alike_in_arrays_they_hold_once() {
        CrimeVersion first = crime(1, 4, 5);
        CrimeVersion alike = crime(2, 4, 5);
        CrimeVersion other = crime(3, 4);
        Counted.set(other, "arrested", false);
        CrimeVersion[] known = Versions.with(Versions.with(Versions.with(new CrimeVersion[0], first), alike), other);
        assertThat(known).containsExactly(first, alike, other);
        assertThat(alike.suspectPersons).isSameAs(first.suspectPersons);
        assertThat(alike.counted).isSameAs(first.counted);
        assertThat(other.suspectPersons).containsExactly(4);
        assertThat(other.counted).isNotEqualTo(first.counted);
    }

    private static CrimeVersion crime(long number, long... suspects) {
        CrimeVersion crime = new CrimeVersion();
        crime.version = number;
        crime.eventLow = number;
        crime.flags = (int) number;
        crime.suspectPersons = suspects;
        return Counted.set(crime, "risk", 42);
    }

    @Test
    void the_same_version_saying_something_else_is_a_conflict() {
        OutcomeVersion other = version(1, 10, 8, 100);
        other.type = PackedCode.pack("16");
        assertThat(Versions.statusOf(new OutcomeVersion[] {version(1, 10, 7, 100)}, other))
                .isEqualTo(VersionStatus.CONFLICT);
    }

    @Test
    void a_higher_version_is_new_and_current() {
        OutcomeVersion[] known = Versions.with(Versions.with(NONE, version(2, 5, 7, 100)), version(1, 10, 8, 100));
        assertThat(Versions.statusOf(known, version(3, 1, 1, 1))).isEqualTo(VersionStatus.NEW);
        assertThat(Versions.currentAt(known, 100).version).isEqualTo(2);
    }

    @Test
    void of_conflicting_versions_the_later_change_is_believed() {
        OutcomeVersion[] known = {version(1, 20, 1, 100), version(1, 10, 9, 100)};
        assertThat(Versions.currentAt(known, 100).changedAt).isEqualTo(20);
        assertThat(Versions.winningAt(known, 100)).containsExactly(known[0]);
    }

    @Test
    void of_conflicting_versions_changed_at_once_the_greater_event_id_is_believed() {
        OutcomeVersion[] known = {version(1, 10, 0x7fffffffffffffffL, 100), version(1, 10, 0x8000000000000000L, 100)};
        assertThat(Versions.currentAt(known, 100))
                .as("ids are compared as their text is, without a sign")
                .isSameAs(known[1]);
    }

    @Test
    void of_one_event_that_says_two_things_the_same_is_believed_whichever_came_first() {
        OutcomeVersion one = version(1, 10, 7, 100);
        OutcomeVersion other = version(1, 10, 7, 100);
        other.type = PackedCode.pack("16");
        assertThat(Versions.currentAt(new OutcomeVersion[] {one, other}, 100)).isSameAs(other);
        assertThat(Versions.currentAt(new OutcomeVersion[] {other, one}, 100)).isSameAs(other);
        assertThat(Versions.statusOf(new OutcomeVersion[] {one}, other)).isEqualTo(VersionStatus.CONFLICT);
    }

    @Test
    void what_is_not_yet_known_is_not_current() {
        OutcomeVersion[] known = {version(1, 10, 7, 100), version(2, 20, 8, 200)};
        assertThat(Versions.currentAt(known, 99)).isNull();
        assertThat(Versions.currentAt(known, 100)).isSameAs(known[0]);
        assertThat(Versions.currentAt(known, 199)).isSameAs(known[0]);
        assertThat(Versions.currentAt(known, 200)).isSameAs(known[1]);
    }

    @Test
    void in_force_before_a_midnight_is_the_highest_version_changed_before_it() {
        OutcomeVersion[] known = {version(1, 10, 7, 10), version(2, 20, 8, 20), version(3, 30, 9, 30)};
        assertThat(Versions.inForceBefore(known, 10, 1000)).isNull();
        assertThat(Versions.inForceBefore(known, 11, 1000)).isSameAs(known[0]);
        assertThat(Versions.inForceBefore(known, 30, 1000)).isSameAs(known[1]);
        assertThat(Versions.inForceBefore(known, 31, 1000)).isSameAs(known[2]);
        assertThat(Versions.inForceBefore(known, 31, 29))
                .as("as known before the third came")
                .isSameAs(known[1]);
    }

    @Test
    void a_version_dated_before_a_lower_one_counts_from_the_lower_ones_change() {
        OutcomeVersion[] known = {version(1, 50, 7, 100), version(2, 20, 8, 100)};
        assertThat(Versions.inForceBefore(known, 50, 1000)).isNull();
        assertThat(Versions.inForceBefore(known, 51, 1000)).isSameAs(known[1]);
    }

    @Test
    void a_disbelieved_version_holds_nothing_back() {
        OutcomeVersion[] known = {version(1, 10, 7, 100), version(2, 40, 1, 100), version(2, 60, 2, 100)};
        assertThat(Versions.inForceBefore(known, 50, 1000)).isSameAs(known[0]);
        assertThat(Versions.inForceBefore(known, 61, 1000)).isSameAs(known[2]);
    }

    @Test
    void no_more_than_so_many_versions_are_kept() {
        OutcomeVersion[] full = {version(1, 10, 7, 100), saying("16", version(2, 20, 8, 200))};
        OutcomeVersion next = version(3, 30, 9, 300);
        assertThat(Versions.statusOf(full, next, 3)).isEqualTo(VersionStatus.NEW);
        assertThat(Versions.with(full, next, 3)).hasSize(3);
        assertThat(Versions.statusOf(full, next, 2)).isEqualTo(VersionStatus.TOO_MANY);
        assertThat(Versions.with(full, next, 2)).isSameAs(full);
    }

    @Test
    void of_a_full_subject_a_copy_is_still_a_copy_and_may_be_known_earlier() {
        OutcomeVersion[] full = {version(1, 10, 7, 100), version(2, 20, 8, 200)};
        assertThat(Versions.statusOf(full, version(2, 20, 8, 300), 2)).isEqualTo(VersionStatus.DUPLICATE);
        assertThat(Versions.with(full, version(2, 20, 8, 150), 2)[1].knownAt).isEqualTo(150);
    }

    @Test
    void a_case_keeps_a_thousand_versions_of_each_stream() {
        CaseState state = new CaseState();
        for (int number = 1; number <= Versions.MOST; number++) {
            state = state.with(saying(number % 2 == 0 ? "16" : "18", version(number, number, number, number)));
        }
        assertThat(Versions.MOST).isEqualTo(1_000);
        assertThat(state.with(version(1_001, 1_001, 1_001, 1_001))).isSameAs(state);
        assertThat(state.with(new CrimeVersion()).crimes).as("another stream").hasSize(1);
    }

    @Test
    void a_case_that_learns_nothing_is_the_same_object() {
        CaseState state = new CaseState().with(version(1, 10, 7, 100));
        assertThat(state.with(version(1, 10, 7, 100))).isSameAs(state);
        assertThat(state.with(version(2, 10, 7, 100))).isNotSameAs(state);
        assertThat(state.crimes).isEmpty();
    }

    @Test
    void a_version_that_says_what_the_one_before_said_is_a_duplicate_and_the_last_of_them_is_kept() {
        OutcomeVersion[] known = {version(1, 10, 7, 100)};
        for (int number = 2; number <= 5_000; number++) {
            OutcomeVersion again = version(number, number * 10L, number, number * 100L);
            assertThat(Versions.statusOf(known, again)).isEqualTo(VersionStatus.DUPLICATE);
            known = Versions.with(known, again);
        }
        assertThat(known).extracting(version -> version.version).containsExactly(1L, 5_000L);
        assertThat(Versions.statusOf(known, saying("16", version(5_001, 50_010, 1, 500_100))))
                .isEqualTo(VersionStatus.NEW);
    }

    @Test
    void repetitions_take_none_of_the_room_that_a_subject_has() {
        OutcomeVersion[] known = {
            version(1, 10, 1, 100),
            version(2, 20, 2, 200),
            saying("16", version(3, 30, 3, 300)),
            saying("16", version(4, 40, 4, 400))
        };
        assertThat(Versions.statusOf(known, version(5, 50, 5, 500), 3)).isEqualTo(VersionStatus.NEW);
        assertThat(Versions.statusOf(known, version(5, 50, 5, 500), 2)).isEqualTo(VersionStatus.TOO_MANY);
        OutcomeVersion again = saying("16", version(5, 50, 5, 500));
        assertThat(Versions.statusOf(known, again, 2)).isEqualTo(VersionStatus.DUPLICATE);
        assertThat(Versions.with(known, again, 2))
                .extracting(version -> version.version)
                .containsExactly(1L, 2L, 3L, 5L);
    }

    @Test
    void a_version_that_turns_out_to_belong_between_is_followed_by_the_last_repetition() {
        OutcomeVersion[] known = {version(1, 10, 1, 100)};
        for (int number = 2; number <= 6; number++) {
            known = Versions.with(known, version(number, number * 10L, number, number * 100L));
        }
        OutcomeVersion late = saying("16", version(3, 30, 9, 700));
        assertThat(Versions.statusOf(known, late)).isEqualTo(VersionStatus.NEW);
        assertThat(Versions.winningAt(Versions.with(known, late), 700))
                .extracting(version -> version.version)
                .containsExactly(1L, 3L, 6L);
    }

    @Test
    void a_repetition_that_comes_again_after_a_later_one_is_a_duplicate_still() {
        OutcomeVersion[] known = {version(1, 10, 1, 100), version(9, 90, 9, 900)};
        assertThat(Versions.statusOf(known, version(4, 40, 4, 950))).isEqualTo(VersionStatus.DUPLICATE);
        assertThat(Versions.with(known, version(4, 40, 4, 950))).isSameAs(known);
    }

    @Test
    void a_version_that_is_known_before_the_one_that_it_repeats_is_no_repetition() {
        OutcomeVersion[] known = {version(1, 10, 1, 100)};
        assertThat(Versions.statusOf(known, version(2, 20, 2, 50))).isEqualTo(VersionStatus.NEW);
        assertThat(Versions.with(Versions.with(known, version(2, 20, 2, 50)), version(3, 30, 3, 300)))
                .hasSize(3);
    }

    /** A higher version counts from no earlier than the lower one's change: that one has to be remembered. */
    @Test
    void a_repetition_that_holds_up_a_later_version_is_kept() {
        OutcomeVersion[] known = {version(1, 10, 1, 100), version(2, 90, 2, 200)};
        OutcomeVersion[] after = Versions.with(Versions.with(known, version(3, 30, 3, 300)), version(4, 40, 4, 400));
        assertThat(after).extracting(version -> version.version).containsExactly(1L, 2L, 4L);
        assertThat(Versions.inForceBefore(after, 50, 1_000).version).isEqualTo(1);
    }

    @Test
    void a_repetition_that_held_up_a_higher_version_before_the_next_was_known_is_kept() {
        OutcomeVersion[] known = {version(1, 10, 1, 100), saying("16", version(6, 30, 6, 200)), version(2, 50, 2, 300)};
        OutcomeVersion[] after = Versions.with(known, version(3, 90, 3, 900));
        assertThat(after).extracting(version -> version.version).containsExactly(1L, 6L, 2L, 3L);
        assertThat(Versions.inForceBefore(after, 40, 800).version).isEqualTo(1);
    }

    @Test
    void of_several_things_each_repeats_itself() {
        ItemVersion[] known = {item(1, 1), item(2, 1)};
        known = Versions.with(Versions.with(known, item(1, 2)), item(2, 2));
        known = Versions.with(Versions.with(known, item(1, 3)), item(2, 3));
        assertThat(known)
                .extracting(version -> version.step * 10 + version.version)
                .containsExactly(11L, 21L, 13L, 23L);
    }

    @Test
    void the_same_step_of_management_under_another_number_is_a_step_of_its_own() {
        StepVersion[] known = {step(1), step(2)};
        assertThat(Versions.statusOf(known, step(3))).isEqualTo(VersionStatus.NEW);
        assertThat(Versions.with(known, step(3))).hasSize(3);
    }

    private static ItemVersion item(long step, long number) {
        ItemVersion item = new ItemVersion();
        item.step = step;
        item.version = number;
        item.changedAt = number;
        item.knownAt = number;
        return item;
    }

    private static StepVersion step(long number) {
        StepVersion step = new StepVersion();
        step.version = number;
        step.changedAt = number;
        step.knownAt = number;
        return step;
    }

    private static OutcomeVersion saying(String type, OutcomeVersion version) {
        version.type = PackedCode.pack(type);
        return version;
    }

    private static OutcomeVersion version(long number, long changedAt, long event, long knownAt) {
        OutcomeVersion version = new OutcomeVersion();
        version.version = number;
        version.changedAt = changedAt;
        version.eventHigh = event;
        version.knownAt = knownAt;
        return version;
    }
}
