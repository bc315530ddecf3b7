package vaiwg.engine.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.RandomCases.stamped;

import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.Version;

class RevisionCausesTest {
    @Test
    void the_first_of_a_crime_and_of_its_outcome_is_late_whatever_came_before() {
        CaseState state = state(crime(1, 100), outcome(1, 300));
        assertThat(RevisionCauses.at(state, 100)).isEqualTo(RevisionCause.LATE);
        assertThat(RevisionCauses.at(state, 300)).isEqualTo(RevisionCause.LATE);
        assertThat(RevisionCauses.at(state(outcome(1, 100), crime(1, 200)), 200))
                .isEqualTo(RevisionCause.LATE);
    }

    @Test
    void a_crime_that_is_cancelled_and_one_that_is_opened_again_are_cancellations() {
        CrimeVersion cancelled = crime(2, 200);
        cancelled.status = CrimeVersion.CANCELLED;
        CrimeVersion merged = crime(3, 300);
        merged.status = CrimeVersion.MERGED;
        CaseState state = state(crime(1, 100), cancelled, merged, crime(4, 400));
        assertThat(RevisionCauses.at(state, 200)).isEqualTo(RevisionCause.CANCELLED);
        assertThat(RevisionCauses.at(state, 300)).as("still not counted").isEqualTo(RevisionCause.CORRECTED);
        assertThat(RevisionCauses.at(state, 400)).isEqualTo(RevisionCause.CANCELLED);
    }

    @Test
    void another_offence_or_mark_is_a_reclassification_and_anything_else_of_a_crime_a_correction() {
        CrimeVersion offence = crime(2, 200);
        offence.offence = 7;
        CrimeVersion mark = crime(3, 300);
        mark.offence = 7;
        mark.flags = CrimeVersion.DOMESTIC_ABUSE;
        CrimeVersion unit = crime(4, 400);
        unit.offence = 7;
        unit.flags = CrimeVersion.DOMESTIC_ABUSE;
        unit.unit = 9;
        CaseState state = state(crime(1, 100), offence, mark, unit);
        assertThat(RevisionCauses.at(state, 200)).isEqualTo(RevisionCause.RECLASSIFIED);
        assertThat(RevisionCauses.at(state, 300)).isEqualTo(RevisionCause.RECLASSIFIED);
        assertThat(RevisionCauses.at(state, 400)).isEqualTo(RevisionCause.CORRECTED);
    }

    @Test
    void another_outcome_is_a_changed_one_and_another_record_is_another_record() {
        OutcomeVersion other = outcome(2, 400);
        other.group = OutcomeVersion.CHARGED;
        ContactVersion contact = new ContactVersion();
        contact.version = 1;
        contact.knownAt = 500;
        CaseState state = state(crime(1, 100), outcome(1, 300), other, contact);
        assertThat(RevisionCauses.at(state, 400)).isEqualTo(RevisionCause.OUTCOME_CHANGED);
        assertThat(RevisionCauses.at(state, 500)).isEqualTo(RevisionCause.OTHER_RECORD);
    }

    @Test
    void the_cause_does_not_depend_on_the_order_of_arrival() {
        CrimeVersion cancelled = crime(2, 200);
        cancelled.status = CrimeVersion.CANCELLED;
        CaseState inOrder = state(crime(1, 100), cancelled, outcome(1, 300));
        CaseState backwards = state(outcome(1, 300), cancelled, crime(1, 100));
        for (long instant : new long[] {100, 200, 300}) {
            assertThat(RevisionCauses.at(backwards, instant)).isEqualTo(RevisionCauses.at(inOrder, instant));
        }
    }

    private static CaseState state(Version... versions) {
        CaseState state = new CaseState();
        for (Version version : versions) {
            state = state.with(version);
        }
        return state;
    }

    private static CrimeVersion crime(long version, long knownAt) {
        return stamped(new CrimeVersion(), version, knownAt);
    }

    private static OutcomeVersion outcome(long version, long knownAt) {
        OutcomeVersion outcome = stamped(new OutcomeVersion(), version, knownAt);
        outcome.group = OutcomeVersion.UNABLE_TO_PROSECUTE;
        outcome.assignedAt = knownAt;
        return outcome;
    }
}
