package vaiwg.kpis.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.Versions.Arrival;

class VersionsTest {
    private static final OutcomeVersion[] NONE = {};

    @Test
    void theSameEventAgainIsADuplicateAndChangesNothing() {
        OutcomeVersion[] known = {version(1, 10, 7, 100)};
        OutcomeVersion copy = version(1, 10, 7, 200);
        assertThat(Versions.arrivalOf(known, copy)).isEqualTo(Arrival.DUPLICATE);
        assertThat(Versions.with(known, copy)).isSameAs(known);
    }

    @Test
    void aCopyWithALesserStampIsKnownFromThatStamp() {
        OutcomeVersion[] known = {version(1, 10, 7, 100)};
        OutcomeVersion[] after = Versions.with(known, version(1, 10, 7, 50));
        assertThat(after).hasSize(1);
        assertThat(after[0].admittedAt).isEqualTo(50);
        assertThat(known[0].admittedAt)
                .as("what state holds is not changed in place")
                .isEqualTo(100);
    }

    @Test
    void anotherEventThatSaysTheSameIsADuplicateAndKept() {
        OutcomeVersion[] known = {version(1, 10, 7, 100)};
        OutcomeVersion sameWords = version(1, 10, 8, 50);
        assertThat(Versions.arrivalOf(known, sameWords)).isEqualTo(Arrival.DUPLICATE);
        assertThat(Versions.with(known, sameWords)).hasSize(2);
    }

    @Test
    void theSameVersionSayingSomethingElseIsAConflict() {
        OutcomeVersion other = version(1, 10, 8, 100);
        other.type = PackedCode.pack("16");
        assertThat(Versions.arrivalOf(new OutcomeVersion[] {version(1, 10, 7, 100)}, other))
                .isEqualTo(Arrival.CONFLICT);
    }

    @Test
    void aHigherVersionIsNewAndCurrent() {
        OutcomeVersion[] known = Versions.with(Versions.with(NONE, version(2, 5, 7, 100)), version(1, 10, 8, 100));
        assertThat(Versions.arrivalOf(known, version(3, 1, 1, 1))).isEqualTo(Arrival.NEW);
        assertThat(Versions.currentAt(known, 100).version).isEqualTo(2);
    }

    @Test
    void ofConflictingVersionsTheLaterChangeIsBelieved() {
        OutcomeVersion[] known = {version(1, 20, 1, 100), version(1, 10, 9, 100)};
        assertThat(Versions.currentAt(known, 100).changedAt).isEqualTo(20);
        assertThat(Versions.believedAt(known, 100)).containsExactly(known[0]);
    }

    @Test
    void ofConflictingVersionsChangedAtOnceTheGreaterEventIdIsBelieved() {
        OutcomeVersion[] known = {version(1, 10, 0x7fffffffffffffffL, 100), version(1, 10, 0x8000000000000000L, 100)};
        assertThat(Versions.currentAt(known, 100))
                .as("ids are compared as their text is, without a sign")
                .isSameAs(known[1]);
    }

    @Test
    void ofOneEventThatSaysTwoThingsTheSameIsBelievedWhicheverCameFirst() {
        OutcomeVersion one = version(1, 10, 7, 100);
        OutcomeVersion other = version(1, 10, 7, 100);
        other.type = PackedCode.pack("16");
        assertThat(Versions.currentAt(new OutcomeVersion[] {one, other}, 100)).isSameAs(other);
        assertThat(Versions.currentAt(new OutcomeVersion[] {other, one}, 100)).isSameAs(other);
        assertThat(Versions.arrivalOf(new OutcomeVersion[] {one}, other)).isEqualTo(Arrival.CONFLICT);
    }

    @Test
    void whatIsNotYetKnownIsNotCurrent() {
        OutcomeVersion[] known = {version(1, 10, 7, 100), version(2, 20, 8, 200)};
        assertThat(Versions.currentAt(known, 99)).isNull();
        assertThat(Versions.currentAt(known, 100)).isSameAs(known[0]);
        assertThat(Versions.currentAt(known, 199)).isSameAs(known[0]);
        assertThat(Versions.currentAt(known, 200)).isSameAs(known[1]);
    }

    @Test
    void inForceBeforeAMidnightIsTheHighestVersionChangedBeforeIt() {
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
    void aVersionDatedBeforeALowerOneCountsFromTheLowerOnesChange() {
        OutcomeVersion[] known = {version(1, 50, 7, 100), version(2, 20, 8, 100)};
        assertThat(Versions.inForceBefore(known, 50, 1000)).isNull();
        assertThat(Versions.inForceBefore(known, 51, 1000)).isSameAs(known[1]);
    }

    @Test
    void aDisbelievedVersionHoldsNothingBack() {
        OutcomeVersion[] known = {version(1, 10, 7, 100), version(2, 40, 1, 100), version(2, 60, 2, 100)};
        assertThat(Versions.inForceBefore(known, 50, 1000)).isSameAs(known[0]);
        assertThat(Versions.inForceBefore(known, 61, 1000)).isSameAs(known[2]);
    }

    @Test
    void noMoreThanSoManyVersionsAreKept() {
        OutcomeVersion[] full = {version(1, 10, 7, 100), version(2, 20, 8, 200)};
        OutcomeVersion next = version(3, 30, 9, 300);
        assertThat(Versions.arrivalOf(full, next, 3)).isEqualTo(Arrival.NEW);
        assertThat(Versions.with(full, next, 3)).hasSize(3);
        assertThat(Versions.arrivalOf(full, next, 2)).isEqualTo(Arrival.TOO_MANY);
        assertThat(Versions.with(full, next, 2)).isSameAs(full);
    }

    @Test
    void ofAFullSubjectACopyIsStillACopyAndMayBeKnownEarlier() {
        OutcomeVersion[] full = {version(1, 10, 7, 100), version(2, 20, 8, 200)};
        assertThat(Versions.arrivalOf(full, version(2, 20, 8, 300), 2)).isEqualTo(Arrival.DUPLICATE);
        assertThat(Versions.with(full, version(2, 20, 8, 150), 2)[1].admittedAt).isEqualTo(150);
    }

    @Test
    void aCaseKeepsAThousandVersionsOfEachStream() {
        CaseState state = new CaseState();
        for (int number = 1; number <= Versions.MOST; number++) {
            state = state.with(version(number, number, number, number));
        }
        assertThat(Versions.MOST).isEqualTo(1_000);
        assertThat(state.with(version(1_001, 1_001, 1_001, 1_001))).isSameAs(state);
        assertThat(state.with(new CrimeVersion()).crimes).as("another stream").hasSize(1);
    }

    @Test
    void aCaseThatLearnsNothingIsTheSameObject() {
        CaseState state = new CaseState().with(version(1, 10, 7, 100));
        assertThat(state.with(version(1, 10, 7, 100))).isSameAs(state);
        assertThat(state.with(version(2, 10, 7, 100))).isNotSameAs(state);
        assertThat(state.crimes).isEmpty();
    }

    private static OutcomeVersion version(long number, long changedAt, long event, long admittedAt) {
        OutcomeVersion version = new OutcomeVersion();
        version.version = number;
        version.changedAt = changedAt;
        version.eventHigh = event;
        version.admittedAt = admittedAt;
        return version;
    }
}
