package vaiwg.cli.traps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vaiwg.cli.traps.SmallForce.Value;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Source;

/** The rules of counting that documentation and dictionary state, each on the smallest force that shows it. */
class CountingRulesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
    private static final String REVISED = "settled_90d";
    private static final String FIRST_COMPLETE = "matured_90d";

    private final SmallForce force = new SmallForce();

    @Test
    void an_action_plan_without_a_date_is_open_and_never_overdue() {
        force.tell(SmallForce.crime("crime", DAY).build());
        force.tell(EventStream.CPS_REFERRAL, "crime", returned("undated", null));
        force.goTo(DAY.plusDays(400));
        assertThat(force.total("cps_resubmission_overdue", "stock", "all")).isEqualTo(new Value(0, 1));
        CpsReferral again = CpsReferral.newBuilder(returned("undated", null))
                .setVersion(2)
                .setChangedAt(SmallForce.on(DAY.plusDays(400)))
                .setResubmittedAt(SmallForce.on(DAY.plusDays(400)))
                .build();
        force.tell(EventStream.CPS_REFERRAL, "crime", again);
        force.goTo(DAY.plusDays(401));
        assertThat(force.total("cps_resubmission_overdue", "stock", "all")).isEqualTo(new Value(0, 0));
    }

    /** Entered in time and dated ahead: the review's crime, closed a millisecond into its day 90. */
    @Test
    void an_outcome_that_is_dated_on_the_last_midnight_of_its_time_or_later_counts_in_neither_basis() {
        force.tell(crimeRecorded("2023-12-24T12:00:00Z"));
        force.tell(outcome16("2024-03-22T16:30:00Z", "2024-03-23T00:00:00.001Z"));
        force.goTo(LocalDate.of(2024, 4, 10));
        assertThat(force.total("victim_attrition", REVISED, "28d")).isEqualTo(new Value(0, 1));
        assertThat(force.total("victim_attrition", FIRST_COMPLETE, "28d")).isEqualTo(new Value(0, 1));
    }

    @Test
    void an_outcome_of_a_year_later_counts_in_neither_basis() {
        force.tell(crimeRecorded("2024-05-22T12:00:00Z"));
        force.tell(outcome16("2025-05-21T19:10:00Z", "2025-05-21T23:00:00Z"));
        force.goTo(LocalDate.of(2025, 6, 1));
        assertThat(force.total("victim_attrition", "settled_365d", "28d")).isEqualTo(new Value(0, 1));
        assertThat(force.total("victim_attrition", "matured_365d", "28d")).isEqualTo(new Value(0, 1));
    }

    @Test
    void an_outcome_of_the_last_day_of_its_time_counts_in_both_bases() {
        force.tell(crimeRecorded("2023-12-24T12:00:00Z"));
        force.tell(outcome16("2024-03-22T16:30:00Z", "2024-03-22T23:59:59.999Z"));
        force.goTo(LocalDate.of(2024, 4, 10));
        assertThat(force.total("victim_attrition", REVISED, "28d")).isEqualTo(new Value(1, 1));
        assertThat(force.total("victim_attrition", FIRST_COMPLETE, "28d")).isEqualTo(new Value(1, 1));
    }

    @Test
    void outcome_type_zero_leaves_the_case_open() {
        force.tell(SmallForce.crime("crime", DAY).build());
        force.tell(SmallForce.outcome("crime", "0", DAY.plusDays(1)).build());
        force.goTo(DAY.plusDays(200));
        assertThat(force.total("victim_attrition", "assigned", "365d")).isEqualTo(new Value(0, 0));
        assertThat(force.total("open_over_180d", "stock", "all")).isEqualTo(new Value(1, 1));
    }

    @Test
    void outcome_type_zero_takes_an_earlier_outcome_back() {
        force.tell(SmallForce.crime("crime", DAY).build());
        force.tell(SmallForce.outcome("crime", "16", DAY.plusDays(1)).build());
        force.tell(
                SmallForce.outcome("crime", "0", DAY.plusDays(5)).setVersion(2).build());
        force.goTo(DAY.plusDays(6));
        assertThat(force.total("victim_attrition", "assigned", "28d")).isEqualTo(new Value(0, 0));
        assertThat(force.total("outcome_16_reopened", "recorded", "90d")).isEqualTo(new Value(1, 1));
    }

    private static CpsReferral returned(String id, LocalDate due) {
        return CpsReferral.newBuilder()
                .setCrimeReference("crime")
                .setForce("small-force")
                .setEventId("00000000-0000-0000-0000-000000000002")
                .setVersion(1)
                .setChangedAt(SmallForce.on(DAY.plusDays(10)))
                .setSource(Source.SYNTHETIC)
                .setDateResolution(DateResolution.DAY)
                .setSubmissionId(id)
                .setSubmittedAt(SmallForce.on(DAY))
                .setReturnedAt(SmallForce.on(DAY.plusDays(10)))
                .setActionPlanDueAt(due == null ? null : SmallForce.on(due))
                .build();
    }

    private static CrimeRecording crimeRecorded(String at) {
        return SmallForce.crime("crime", DAY)
                .setRecordedAt(Instant.parse(at))
                .setChangedAt(Instant.parse(at))
                .build();
    }

    private static Outcome outcome16(String changed, String assigned) {
        return SmallForce.outcome("crime", "16", DAY)
                .setChangedAt(Instant.parse(changed))
                .setAssignedAt(Instant.parse(assigned))
                .build();
    }
}
