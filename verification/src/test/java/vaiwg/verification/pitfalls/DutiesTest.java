package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;
import vaiwg.verification.pitfalls.SmallForce.Value;

/** Until when each duty of the Victims' Code is met in time by a contact. */
class DutiesTest {
    /** The Wednesday before Easter: Good Friday and Easter Monday are no working days. */
    private static final LocalDate DAY = LocalDate.of(2024, 3, 27);

    private final SmallForce force = new SmallForce();

    @Test
    void information_is_due_within_five_working_days_of_the_report() {
        force.tell(SmallForce.crime("last-day", DAY).build());
        met("last-day", "INFORMATION", LocalDate.of(2024, 4, 5));
        force.tell(SmallForce.crime("a-day-late", DAY).build());
        met("a-day-late", "INFORMATION", LocalDate.of(2024, 4, 6));
        force.tell(SmallForce.crime("never", DAY).build());
        force.tell(SmallForce.crime("another-duty", DAY).build());
        met("another-duty", "COMPENSATION", DAY);
        force.goTo(DAY.plusDays(14));
        assertThat(force.total("informed_in_time", "settled_14d", "28d")).isEqualTo(new Value(0, 0));
        force.goTo(DAY.plusDays(15));
        assertThat(force.total("informed_in_time", "settled_14d", "28d")).isEqualTo(new Value(1, 4));
    }

    @Test
    void information_is_due_within_one_working_day_with_enhanced_rights() {
        for (LocalDate at : new LocalDate[] {DAY.plusDays(1), DAY.plusDays(2)}) {
            String reference = "crime-" + at;
            force.tell(SmallForce.crime(reference, DAY)
                    .setVictim(Victim.newBuilder()
                            .setKind(VictimKind.PERSON)
                            .setEnhancedRights(true)
                            .build())
                    .build());
            met(reference, "INFORMATION", at);
        }
        force.goTo(DAY.plusDays(15));
        assertThat(force.total("informed_in_time", "settled_14d", "28d")).isEqualTo(new Value(1, 2));
    }

    @Test
    void compensation_is_told_within_28_days() {
        for (int days : new int[] {27, 28}) {
            force.tell(SmallForce.crime("crime-" + days, DAY).build());
            met("crime-" + days, "COMPENSATION", DAY.plusDays(days));
        }
        force.goTo(DAY.plusDays(29));
        assertThat(force.total("compensation_told_28d", "settled_28d", "365d")).isEqualTo(new Value(1, 2));
    }

    @Test
    void views_are_asked_by_the_day_of_the_disposal() {
        LocalDate decided = DAY.plusDays(20);
        for (int days : new int[] {19, 20, 21}) {
            force.tell(SmallForce.crime("crime-" + days, DAY).build());
            force.tell(SmallForce.outcome("crime-" + days, "8", decided).build());
            met("crime-" + days, "DISPOSAL_VIEWS", DAY.plusDays(days));
        }
        force.tell(SmallForce.crime("charged", DAY).build());
        force.tell(SmallForce.outcome("charged", "1", decided).build());
        force.goTo(DAY.plusDays(30));
        assertThat(force.value("done_by_decision", "assigned", "365d", "done=views"))
                .isEqualTo(new Value(2, 3));
    }

    @Test
    void the_interviewer_is_offered_by_the_day_of_the_statement() {
        for (int days : new int[] {3, 4}) {
            force.tell(SmallForce.crime("crime-" + days, DAY)
                    .setStatementAt(SmallForce.on(DAY.plusDays(3)))
                    .build());
            met("crime-" + days, "INTERVIEWER", DAY.plusDays(days));
        }
        force.tell(SmallForce.crime("no-statement", DAY).build());
        met("no-statement", "INTERVIEWER", DAY);
        force.tell(SmallForce.crime("stalking", DAY)
                .setOffenceCode("8Q")
                .setStatementAt(SmallForce.on(DAY))
                .build());
        force.goTo(DAY.plusDays(30));
        assertThat(force.total("interviewer_offered", "recorded", "365d")).isEqualTo(new Value(1, 2));
    }

    @Test
    void a_visit_to_the_court_is_offered_before_the_first_day_of_the_trial_of_a_homicide() {
        LocalDate trial = DAY.plusDays(200);
        for (int days : new int[] {199, 200}) {
            force.tell(
                    SmallForce.crime("crime-" + days, DAY).setOffenceCode("1").build());
            force.tell(SmallForce.outcome("crime-" + days, "1", DAY.plusDays(9))
                    .setTrialAt(SmallForce.on(trial))
                    .setCourtResult("CONVICTED")
                    .build());
            met("crime-" + days, "COURT_VISIT", DAY.plusDays(days));
        }
        force.tell(SmallForce.crime("before-the-court", DAY).setOffenceCode("1").build());
        force.tell(SmallForce.outcome("before-the-court", "1", DAY.plusDays(9))
                .setTrialAt(SmallForce.on(trial))
                .build());
        force.goTo(DAY.plusDays(210));
        assertThat(force.total("court_visit_before_trial", "recorded", "1826d")).isEqualTo(new Value(1, 2));
    }

    private void met(String reference, String duty, LocalDate at) {
        force.tell(SmallForce.contact(reference, duty, ContactKind.AUDIT, at)
                .setDuty(duty)
                .build());
    }
}
