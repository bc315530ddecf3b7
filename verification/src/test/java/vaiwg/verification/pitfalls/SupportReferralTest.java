package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.VictimKind;
import vaiwg.verification.pitfalls.SmallForce.Value;

/** By which step of a case a victim was referred to support: by the day of the decision, or on a later day. */
class SupportReferralTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
    private static final LocalDate DECIDED = DAY.plusDays(20);

    private final SmallForce force = new SmallForce();

    @Test
    void a_referral_on_the_day_of_the_decision_is_by_it_and_none_after_it() {
        decided("day-before", "1");
        referred("day-before", DECIDED.minusDays(1));
        decided("on-the-day", "1");
        referred("on-the-day", DECIDED);
        decided("day-after", "1");
        referred("day-after", DECIDED.plusDays(1));
        decided("before-and-after", "1");
        referred("before-and-after", DAY);
        referred("before-and-after", DECIDED.plusDays(9));
        decided("never", "1");
        force.goTo(DECIDED.plusDays(30));
        assertThat(byDecision()).isEqualTo(new Value(3, 5));
        assertThat(afterCharge()).isEqualTo(new Value(2, 5));
    }

    @Test
    void after_the_charge_is_of_charged_cases_alone_and_neither_of_a_case_without_a_person_as_victim() {
        decided("not-charged", "15");
        referred("not-charged", DECIDED.plusDays(1));
        force.tell(SmallForce.crime("undecided", DAY).build());
        referred("undecided", DAY);
        var ofNobody = SmallForce.crime("of-the-state", DAY);
        ofNobody.getVictim().setKind(VictimKind.STATE);
        force.tell(ofNobody.build());
        force.tell(SmallForce.outcome("of-the-state", "1", DECIDED).build());
        referred("of-the-state", DECIDED.plusDays(1));
        force.goTo(DECIDED.plusDays(30));
        assertThat(byDecision()).isEqualTo(new Value(0, 1));
        assertThat(afterCharge()).isEqualTo(new Value(0, 0));
    }

    /** What comes later is known later: an earlier midnight does not have it. */
    @Test
    void a_referral_after_the_charge_counts_from_the_midnight_after_it() {
        decided("charged", "1");
        force.goTo(DECIDED.plusDays(1));
        assertThat(afterCharge()).isEqualTo(new Value(0, 1));
        referred("charged", DECIDED.plusDays(1));
        force.goTo(DECIDED.plusDays(2));
        assertThat(afterCharge()).isEqualTo(new Value(1, 1));
        assertThat(byDecision()).isEqualTo(new Value(0, 1));
    }

    private Value byDecision() {
        return force.value("done_by_decision", "assigned", "365d", "done=support");
    }

    private Value afterCharge() {
        return force.total("support_after_charge", "assigned", "365d");
    }

    private void decided(String reference, String outcomeType) {
        force.tell(SmallForce.crime(reference, DAY).build());
        force.tell(SmallForce.outcome(reference, outcomeType, DECIDED).build());
    }

    private void referred(String reference, LocalDate at) {
        force.tell(SmallForce.contact(reference, at.toString(), ContactKind.REFERRAL, at)
                .build());
    }
}
