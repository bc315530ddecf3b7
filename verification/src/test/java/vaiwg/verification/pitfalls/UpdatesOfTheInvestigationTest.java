package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;
import vaiwg.verification.pitfalls.SmallForce.Value;

/** Until when a victim is told in time of an arrest, an interview, a release or bail. */
class UpdatesOfTheInvestigationTest {
    /** The Wednesday before Easter: Good Friday and Easter Monday are no working days. */
    private static final LocalDate DAY = LocalDate.of(2024, 3, 27);

    private static final LocalDate FIFTH_WORKING_DAY = LocalDate.of(2024, 4, 5);

    private final SmallForce force = new SmallForce();

    @Test
    void a_victim_is_told_within_five_working_days_from_the_day_of_the_step_on() {
        crime("last-day", null);
        told("last-day", "ARREST", FIFTH_WORKING_DAY);
        crime("a-day-late", null);
        told("a-day-late", "ARREST", FIFTH_WORKING_DAY.plusDays(1));
        crime("told-before", null);
        told("told-before", "ARREST", DAY.minusDays(1));
        crime("never", null);
        told("never", "ARREST", null);
        force.goTo(DAY.plusDays(14));
        assertThat(updated("arrest")).isEqualTo(new Value(0, 0));
        force.goTo(DAY.plusDays(15));
        assertThat(updated("arrest")).isEqualTo(new Value(1, 4));
        assertThat(updated("bail")).isEqualTo(new Value(0, 0));
    }

    @Test
    void a_victim_with_enhanced_rights_is_told_within_one_working_day() {
        crime("enhanced", true);
        told("enhanced", "BAIL", DAY.plusDays(1));
        told("enhanced", "INTERVIEW", DAY.plusDays(2));
        told("enhanced", "RELEASE", DAY);
        force.goTo(DAY.plusDays(15));
        assertThat(updated("bail")).isEqualTo(new Value(1, 1));
        assertThat(updated("interview")).isEqualTo(new Value(0, 1));
        assertThat(updated("release")).isEqualTo(new Value(1, 1));
    }

    private Value updated(String of) {
        return force.value("victim_updated", "settled_14d", "90d", "informed_of=" + of);
    }

    private void crime(String reference, Boolean enhancedRights) {
        force.tell(SmallForce.crime(reference, DAY)
                .setVictim(Victim.newBuilder()
                        .setKind(VictimKind.PERSON)
                        .setEnhancedRights(enhancedRights)
                        .build())
                .build());
    }

    /** A step of {@link #DAY} that is entered on that day, or once the victim was told. */
    private void told(String reference, String of, LocalDate at) {
        force.tell(SmallForce.contact(reference, of, ContactKind.AUDIT, DAY)
                .setChangedAt(SmallForce.on(at == null || at.isBefore(DAY) ? DAY : at))
                .setDuty("UPDATE")
                .setToldOf(of)
                .setToldAt(at == null ? null : SmallForce.on(at))
                .build());
    }
}
