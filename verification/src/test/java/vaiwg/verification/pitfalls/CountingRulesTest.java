package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Characteristic;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;
import vaiwg.verification.pitfalls.SmallForce.Value;

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
        assertThat(force.value("open_over", "stock", "all", "over=180d")).isEqualTo(new Value(1, 1));
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

    @Test
    void an_answer_counts_within_seven_days_by_its_change_however_late_it_was_loaded() {
        force.tell(sex("crime", 1, DAY, CharacteristicStatus.UNKNOWN, null));
        CrimeRecording answered = sex("crime", 2, DAY.plusDays(3), CharacteristicStatus.VALUE, "female");
        force.tell(EventStream.CRIME_RECORDING, "crime", answered, SmallForce.on(DAY.plusDays(300)));
        force.goTo(DAY.plusDays(301));
        assertThat(known("settled_7d", "365d", "sex")).isEqualTo(new Value(1, 1));
        assertThat(known("matured_7d", "365d", "sex")).isEqualTo(new Value(0, 1));
    }

    @Test
    void a_change_exactly_at_the_last_midnight_is_known_at_it_and_not_made_before_it() {
        force.tell(sex("crime", 1, DAY, CharacteristicStatus.UNKNOWN, null));
        CrimeRecording answered = sex("crime", 2, DAY, CharacteristicStatus.VALUE, "female");
        answered.setChangedAt(DAY.plusDays(7).atStartOfDay(LondonDays.ZONE).toInstant());
        force.tell(answered);
        force.goTo(DAY.plusDays(8));
        assertThat(known("matured_7d", "28d", "sex")).isEqualTo(new Value(1, 1));
        force.goTo(DAY.plusDays(30));
        assertThat(known("settled_7d", "28d", "sex")).isEqualTo(new Value(0, 1));
    }

    @Test
    void a_lower_version_that_is_corrected_later_moves_the_higher_ones_with_it() {
        force.tell(sex("crime", 1, DAY, CharacteristicStatus.UNKNOWN, null));
        force.tell(sex("crime", 2, DAY.plusDays(3), CharacteristicStatus.VALUE, "female"));
        force.goTo(DAY.plusDays(9));
        assertThat(known("settled_7d", "28d", "sex")).isEqualTo(new Value(1, 1));
        CrimeRecording corrected = sex("crime", 1, DAY.plusDays(10), CharacteristicStatus.DECLINED, null);
        corrected.setEventId("00000000-0000-4000-8000-00000000000f");
        force.tell(corrected);
        force.goTo(DAY.plusDays(11));
        assertThat(known("settled_7d", "28d", "sex")).isEqualTo(new Value(0, 1));
    }

    @Test
    void a_crime_that_never_stood_is_at_risk_until_the_day_of_its_first_version() {
        CrimeRecording never = SmallForce.crime("crime", DAY).build();
        never.setStatus(CrimeStatus.CANCELLED);
        never.setChangedAt(SmallForce.on(DAY.plusDays(2)));
        force.tell(never);
        force.goTo(DAY.plusDays(5));
        assertThat(force.followUp()).containsExactlyInAnyOrder("began 2024-03-04", "REMOVED 2024-03-06");
    }

    @Test
    void a_removed_crime_left_with_its_outcome_if_that_was_before_it_was_removed() {
        remove("closed-before", DAY.plusDays(2), DAY.plusDays(5));
        assertThat(force.followUp()).containsExactlyInAnyOrder("began 2024-03-04", "REMOVED 2024-03-06");
    }

    @Test
    void a_removed_crime_left_when_it_was_removed_if_its_outcome_came_after_that() {
        remove("closed-after", DAY.plusDays(7), DAY.plusDays(5));
        assertThat(force.followUp()).containsExactlyInAnyOrder("began 2024-03-04", "REMOVED 2024-03-09");
    }

    @Test
    void codes_are_read_without_blanks_around_them_and_in_the_case_in_which_they_are_sent() {
        force.tell(SmallForce.crime("blank", DAY).setOffenceCode(" 19C").build());
        force.tell(SmallForce.crime("lower", DAY).setOffenceCode("19c").build());
        force.goTo(DAY.plusDays(1));
        assertThat(force.value("recorded_offences", "recorded", "28d", "theme=rape")
                        .numerator())
                .isEqualTo(1);
    }

    @Test
    void the_age_is_the_year_of_the_offence_less_the_year_of_birth_up_to_120() {
        for (int age : new int[] {12, 13, 15, 16, 17, 18, 54, 55, 120, 121}) {
            CrimeRecording crime = SmallForce.crime("aged-" + age, DAY).build();
            crime.getVictim().setBirthYear(DAY.getYear() - age);
            force.tell(crime);
        }
        force.goTo(DAY.plusDays(1));
        assertThat(ofAge("0-12")).isEqualTo(1);
        assertThat(ofAge("13-15")).isEqualTo(2);
        assertThat(ofAge("16-17")).isEqualTo(2);
        assertThat(ofAge("18-24")).isEqualTo(1);
        assertThat(ofAge("35-54")).isEqualTo(1);
        assertThat(ofAge("55+")).isEqualTo(2);
        assertThat(ofAge("unknown")).isEqualTo(1);
    }

    @Test
    void pregnancy_applies_where_the_sex_is_female_or_unknown_and_to_nobody_else() {
        force.tell(sex("female", 1, DAY, CharacteristicStatus.VALUE, "female"));
        force.tell(sex("unknown", 1, DAY, CharacteristicStatus.UNKNOWN, null));
        force.tell(sex("other", 1, DAY, CharacteristicStatus.VALUE, "other"));
        force.tell(sex("male", 1, DAY, CharacteristicStatus.VALUE, "male"));
        force.goTo(DAY.plusDays(1));
        assertThat(known("recorded", "28d", "pregnancy").denominator()).isEqualTo(2);
    }

    @Test
    void a_step_of_stalking_that_is_dated_ahead_counts_from_its_own_day() {
        force.tell(
                EventStream.STALKING,
                "perpetrator",
                Stalking.newBuilder(SmallForce.begun(new Stalking(), "perpetrator", DAY))
                        .setPerpetratorId("perpetrator")
                        .setStep(StalkingStep.ORDER_APPLIED)
                        .setAt(SmallForce.on(DAY.plusDays(30)))
                        .build());
        force.goTo(DAY.plusDays(30));
        assertThat(force.total("spo_applied_rate", "recorded", "90d").numerator())
                .isZero();
        force.goTo(DAY.plusDays(31));
        assertThat(force.total("spo_applied_rate", "recorded", "90d").numerator())
                .isEqualTo(1);
    }

    /** How a rule was decided is no use to who reads a figure if it is only in the code. */
    private void remove(String reference, LocalDate closed, LocalDate removed) {
        force.tell(SmallForce.crime(reference, DAY).build());
        force.tell(SmallForce.outcome(reference, "16", closed).build());
        force.tell(SmallForce.crime(reference, DAY)
                .setVersion(2)
                .setStatus(CrimeStatus.CANCELLED)
                .setChangedAt(SmallForce.on(removed))
                .build());
        force.goTo(DAY.plusDays(10));
    }

    private int ofAge(String band) {
        return force.value("recorded_offences", "recorded", "28d", "age=" + band + ";theme=rape")
                .numerator();
    }

    private Value known(String basis, String window, String characteristic) {
        return force.value("characteristic_known", basis, window, "characteristic=" + characteristic);
    }

    private static CrimeRecording sex(
            String reference, int version, LocalDate changed, CharacteristicStatus status, String value) {
        CrimeRecording crime = SmallForce.crime(reference, DAY)
                .setVersion(version)
                .setChangedAt(SmallForce.on(changed))
                .build();
        crime.getVictim()
                .setSex(Characteristic.newBuilder()
                        .setStatus(status)
                        .setValue(value)
                        .build());
        return crime;
    }

    private static CpsReferral returned(String id, LocalDate due) {
        return CpsReferral.newBuilder(SmallForce.begun(new CpsReferral(), id, DAY.plusDays(10)))
                .setCrimeReference("crime")
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
