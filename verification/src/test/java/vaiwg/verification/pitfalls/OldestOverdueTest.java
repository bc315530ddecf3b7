package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.verification.pitfalls.SmallForce.Value;

/** The age of the oldest of what is overdue with the prosecutor, or with the police, whatever becomes of the oldest. */
class OldestOverdueTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
    private static final Value NONE = new Value(0, 0);

    private final SmallForce force = new SmallForce();

    @BeforeEach
    void recordACrime() {
        force.tell(SmallForce.crime("crime", DAY).build());
    }

    @Test
    void it_is_there_once_a_submission_is_overdue_and_grows_by_a_day_each_day() {
        tell(submitted("first", 0).build());
        tell(submitted("second", 5).build());
        assertThat(overdueAfter(28)).isEqualTo(NONE);
        assertThat(overdueAfter(29)).isEqualTo(new Value(29, 1));
        assertThat(overdueAfter(33)).isEqualTo(new Value(33, 1));
        assertThat(overdueAfter(34)).isEqualTo(new Value(34, 2));
        assertThat(force.value("cps_overdue_oldest_days", "stock", "all", "theme=rape"))
                .isEqualTo(new Value(34, 2));
        assertThat(overdueAfter(400)).isEqualTo(new Value(400, 2));
    }

    @Test
    void once_the_oldest_is_decided_it_is_the_next() {
        tell(submitted("first", 0).build());
        tell(submitted("second", 5).build());
        force.goTo(DAY.plusDays(40));
        tell(changed(submitted("first", 0), 2, 40)
                .setDecidedAt(SmallForce.on(DAY.plusDays(40)))
                .build());
        assertThat(overdueAfter(41)).isEqualTo(new Value(36, 1));
    }

    @Test
    void a_decision_that_is_dated_ahead_leaves_it_overdue_until_its_day_is_over() {
        tell(submitted("first", 0).build());
        tell(changed(submitted("first", 0), 2, 30)
                .setDecidedAt(SmallForce.on(DAY.plusDays(31)))
                .build());
        assertThat(overdueAfter(31)).isEqualTo(new Value(31, 1));
        assertThat(overdueAfter(32)).isEqualTo(NONE);
    }

    @Test
    void a_decision_that_comes_late_changes_no_midnight_before_it() {
        tell(submitted("first", 0).build());
        tell(submitted("second", 5).build());
        assertThat(overdueAfter(50)).isEqualTo(new Value(50, 2));
        CpsReferral decided = changed(submitted("first", 0), 2, 20)
                .setDecidedAt(SmallForce.on(DAY.plusDays(20)))
                .build();
        force.tell(EventStream.CPS_REFERRAL, "crime", decided, SmallForce.on(DAY.plusDays(50)));
        assertThat(force.total("cps_overdue_oldest_days", "stock", "all")).isEqualTo(new Value(50, 2));
        assertThat(overdueAfter(51)).isEqualTo(new Value(46, 1));
    }

    @Test
    void a_submission_that_is_dated_otherwise_has_its_new_age() {
        tell(submitted("first", 0).build());
        assertThat(overdueAfter(30)).isEqualTo(new Value(30, 1));
        tell(changed(submitted("first", -300), 2, 30).build());
        assertThat(overdueAfter(31)).isEqualTo(new Value(331, 1));
        tell(changed(submitted("first", 10), 3, 31).build());
        assertThat(overdueAfter(32)).isEqualTo(NONE);
        assertThat(overdueAfter(39)).isEqualTo(new Value(29, 1));
    }

    @Test
    void of_a_decided_submission_that_is_dated_otherwise_nothing_stays() {
        tell(submitted("first", 0).build());
        tell(submitted("second", 10).build());
        tell(changed(submitted("first", 0), 2, 40)
                .setDecidedAt(SmallForce.on(DAY.plusDays(40)))
                .build());
        assertThat(overdueAfter(41)).isEqualTo(new Value(31, 1));
        tell(changed(submitted("first", -7), 3, 41)
                .setDecidedAt(SmallForce.on(DAY.plusDays(40)))
                .build());
        assertThat(overdueAfter(42)).isEqualTo(new Value(32, 1));
        tell(changed(submitted("first", -7), 4, 42).build());
        assertThat(overdueAfter(43)).isEqualTo(new Value(50, 2));
    }

    @Test
    void a_date_before_the_epoch_is_a_day_like_any_other() {
        LocalDate longAgo = LocalDate.of(1969, 12, 1);
        tell(submitted("first", (int) (longAgo.toEpochDay() - DAY.toEpochDay())).build());
        tell(submitted("second", 0).build());
        int age = (int) (DAY.toEpochDay() - longAgo.toEpochDay()) + 40;
        assertThat(overdueAfter(40)).isEqualTo(new Value(age, 2));
    }

    @Test
    void the_submission_of_a_cancelled_crime_is_overdue_no_more() {
        tell(submitted("first", 0).build());
        assertThat(overdueAfter(30)).isEqualTo(new Value(30, 1));
        force.tell(SmallForce.crime("crime", DAY)
                .setVersion(2)
                .setChangedAt(SmallForce.on(DAY.plusDays(30)))
                .setStatus(CrimeStatus.CANCELLED)
                .build());
        assertThat(overdueAfter(31)).isEqualTo(NONE);
    }

    @Test
    void an_action_plan_is_as_old_as_its_date_has_passed_and_not_before_the_return() {
        tell(returned("first", 10)
                .setActionPlanDueAt(SmallForce.on(DAY.plusDays(20)))
                .build());
        tell(returned("passed", 15)
                .setActionPlanDueAt(SmallForce.on(DAY.plusDays(3)))
                .build());
        tell(returned("undated", 1).build());
        assertThat(plansAfter(15)).isEqualTo(NONE);
        assertThat(plansAfter(16)).isEqualTo(new Value(1, 1));
        assertThat(plansAfter(40)).isEqualTo(new Value(25, 2));
        assertThat(overdueAfter(40)).as("a return stops the other clock").isEqualTo(NONE);
        tell(changed(returned("passed", 15), 2, 40)
                .setActionPlanDueAt(SmallForce.on(DAY.plusDays(3)))
                .setResubmittedAt(SmallForce.on(DAY.plusDays(40)))
                .build());
        assertThat(plansAfter(41)).isEqualTo(new Value(21, 1));
    }

    private Value overdueAfter(int days) {
        force.goTo(DAY.plusDays(days));
        return force.total("cps_overdue_oldest_days", "stock", "all");
    }

    private Value plansAfter(int days) {
        force.goTo(DAY.plusDays(days));
        return force.total("cps_resubmission_oldest_days", "stock", "all");
    }

    private void tell(CpsReferral submission) {
        force.tell(EventStream.CPS_REFERRAL, "crime", submission);
    }

    private static CpsReferral.Builder submitted(String id, int day) {
        return CpsReferral.newBuilder(SmallForce.begun(new CpsReferral(), id, DAY.plusDays(Math.max(0, day))))
                .setCrimeReference("crime")
                .setSubmissionId(id)
                .setSubmittedAt(SmallForce.on(DAY.plusDays(day)));
    }

    private static CpsReferral.Builder returned(String id, int day) {
        return changed(submitted(id, 0), 1, day).setReturnedAt(SmallForce.on(DAY.plusDays(day)));
    }

    private static CpsReferral.Builder changed(CpsReferral.Builder submission, int version, int day) {
        return submission.setVersion(version).setChangedAt(SmallForce.on(DAY.plusDays(day)));
    }
}
