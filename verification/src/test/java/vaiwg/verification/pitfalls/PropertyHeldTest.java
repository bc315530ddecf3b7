package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.DeviceExamination;
import vaiwg.verification.pitfalls.SmallForce.Value;

/** From when, and how long, a victim's property is held that is no longer needed. */
class PropertyHeldTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 4);

    private final SmallForce force = new SmallForce();

    @BeforeEach
    void recordACrime() {
        force.tell(SmallForce.crime("crime", DAY).build());
    }

    @Test
    void what_is_no_longer_needed_is_held_too_long_when_seven_days_are_over() {
        tell("clothes", DAY, null, true);
        assertThat(heldAfter(1)).isEqualTo(new Value(0, 1));
        assertThat(heldAfter(7)).isEqualTo(new Value(0, 1));
        assertThat(heldAfter(8)).isEqualTo(new Value(1, 1));
        assertThat(heldAfter(400)).isEqualTo(new Value(1, 1));
    }

    @Test
    void what_was_returned_leaves_on_its_day_and_what_is_still_needed_or_a_device_was_never_in_it() {
        tell("returned", DAY, DAY.plusDays(9), true);
        tell("returned-in-time", DAY, DAY.plusDays(7), true);
        tell("returned-before", DAY.plusDays(5), DAY.plusDays(2), true);
        tell("needed", null, null, true);
        tell("telephone", DAY, null, null);
        assertThat(heldAfter(7)).isEqualTo(new Value(0, 2));
        assertThat(heldAfter(9)).isEqualTo(new Value(1, 1));
        assertThat(heldAfter(10)).isEqualTo(new Value(0, 0));
    }

    private Value heldAfter(int days) {
        force.goTo(DAY.plusDays(days));
        return force.total("property_held", "stock", "all");
    }

    /** An item that the police hold, and its return, each entered on its day. */
    private void tell(String id, LocalDate neededUntil, LocalDate returned, Boolean otherProperty) {
        force.tell(item(id, neededUntil, otherProperty).build());
        if (returned != null) {
            force.tell(item(id, neededUntil, otherProperty)
                    .setVersion(2)
                    .setChangedAt(SmallForce.on(returned))
                    .setReturnedAt(SmallForce.on(returned))
                    .build());
        }
    }

    private static DeviceExamination.Builder item(String id, LocalDate neededUntil, Boolean otherProperty) {
        return DeviceExamination.newBuilder(SmallForce.begun(new DeviceExamination(), id, DAY))
                .setCrimeReference("crime")
                .setItemId(id)
                .setReceivedAt(SmallForce.on(DAY.minusDays(30)))
                .setOtherProperty(otherProperty)
                .setNeededUntil(neededUntil == null ? null : SmallForce.on(neededUntil));
    }
}
