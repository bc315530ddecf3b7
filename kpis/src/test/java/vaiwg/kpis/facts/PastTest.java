package vaiwg.kpis.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.reference.CodeMaps;

class PastTest {
    private static final long RECORDED = 1_000_000_000_000L;
    private static final long DAY = 86_400_000L;
    private static final long EVER = Long.MAX_VALUE;

    private CaseState state = new CaseState();

    @Test
    void the_marker_is_late_by_more_than_twenty_four_hours() {
        crime(1, RECORDED, "8L", false);
        crime(2, RECORDED + DAY, "8L", true);
        assertThat(past(EVER).flaggedLate()).isFalse();
        crime(3, RECORDED + 2 * DAY, "8L", true);
        assertThat(past(EVER).flaggedLate())
                .as("the first version with it counts")
                .isFalse();
        crime(2, RECORDED + DAY + 1, "8L", true);
        assertThat(past(EVER).flaggedLate()).isTrue();
    }

    @Test
    void a_version_is_not_made_before_those_below_it() {
        crime(1, RECORDED + 2 * DAY, "8L", false);
        crime(2, RECORDED + 1, "8L", true);
        assertThat(past(EVER).flaggedLate()).isTrue();
    }

    @Test
    void a_marker_that_was_never_set_is_not_late() {
        crime(1, RECORDED + 9 * DAY, "8L", false);
        assertThat(past(EVER).flaggedLate()).isFalse();
    }

    @Test
    void the_kind_at_first_is_that_of_the_lowest_version_known() {
        crime(2, RECORDED + 2, "8Q", false);
        assertThat(past(EVER).otherKind()).isFalse();
        crime(1, RECORDED + 1, "8L", false);
        assertThat(past(EVER).otherKind()).isTrue();
        crime(3, RECORDED + 3, "8M", false);
        assertThat(past(EVER).otherKind()).as("moved and moved back").isFalse();
        crime(4, RECORDED + 4, "19C", false);
        assertThat(past(EVER).otherKind()).as("neither of the two any more").isFalse();
    }

    @Test
    void reopened_is_none_right_after_sixteen() {
        crime(1, RECORDED, "8L", false);
        outcome(1, "16");
        assertThat(past(EVER)).isEqualTo(new Past(true, false, false, false));
        outcome(2, "15");
        outcome(3, null);
        assertThat(past(EVER).reopenedFrom16()).as("15 was taken back, not 16").isFalse();
        outcome(4, "16");
        outcome(6, null);
        assertThat(past(EVER)).isEqualTo(new Past(true, true, false, false));
        assertThat(past(RECORDED + 5)).as("before version 6 was known").isEqualTo(new Past(true, false, false, false));
    }

    private Past past(long instant) {
        return Past.of(state, Versions.winningAt(state.crimes, instant), instant, CodeMaps.shipped());
    }

    private void crime(long number, long changedAt, String code, boolean marked) {
        CrimeVersion crime = new CrimeVersion();
        crime.recordedAt = RECORDED;
        crime.offence = PackedCode.pack(code);
        crime.flags = marked ? CrimeVersion.DOMESTIC_ABUSE : 0;
        add(crime, number, changedAt);
    }

    private void outcome(long number, String type) {
        OutcomeVersion outcome = new OutcomeVersion();
        outcome.type = PackedCode.pack(type);
        outcome.assignedAt = type == null ? CrimeVersion.ABSENT : RECORDED;
        add(outcome, number, RECORDED + number);
    }

    private void add(Version version, long number, long changedAt) {
        version.version = number;
        version.changedAt = changedAt;
        version.knownAt = changedAt;
        state = state.with(version);
    }
}
