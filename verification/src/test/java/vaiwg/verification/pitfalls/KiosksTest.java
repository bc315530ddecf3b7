package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.DeviceExamination;
import vaiwg.verification.pitfalls.SmallForce.Value;

/** What is counted as an item of the kiosks, and what as a device that was examined: every examination was once counted as both. */
class KiosksTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 4);

    private final SmallForce force = new SmallForce();

    @BeforeEach
    void examineDevicesOfARape() {
        force.tell(SmallForce.crime("rape", DAY).build());
        tell("telephone", true, "TELEPHONE", false);
        tell("memory-card", true, "STORAGE", false);
        tell("telephone-elsewhere", false, "TELEPHONE", false);
        tell("computer", true, "COMPUTER", false);
        tell("computer-elsewhere", false, "COMPUTER", null);
        tell("camera", true, "CAMERA", null);
        tell("of-the-first-version", null, null, null);
        tell("somewhere", null, "TELEPHONE", null);
        tell("something", true, null, null);
        tell("clothes", true, null, true);
        force.goTo(DAY.plusDays(2));
    }

    @Test
    void telephones_and_cards_at_kiosks_count_and_what_no_record_says_is_elsewhere_or_something_else() {
        assertThat(force.total("devices_examined", "recorded", "365d")).isEqualTo(new Value(5, 1));
    }

    @Test
    void of_devices_of_every_kind_some_are_examined_at_a_kiosk() {
        assertThat(force.total("devices_at_kiosk", "recorded", "365d")).isEqualTo(new Value(5, 7));
    }

    @Test
    void of_devices_wherever_they_are_examined_some_are_telephones() {
        assertThat(force.total("devices_telephones", "recorded", "365d")).isEqualTo(new Value(3, 7));
    }

    private void tell(String id, Boolean atKiosk, String kind, Boolean otherProperty) {
        force.tell(DeviceExamination.newBuilder(SmallForce.begun(new DeviceExamination(), id, DAY))
                .setCrimeReference("rape")
                .setItemId(id)
                .setReceivedAt(SmallForce.on(DAY))
                .setExaminedAt(SmallForce.on(DAY))
                .setAtKiosk(atKiosk)
                .setItemKind(kind)
                .setOtherProperty(otherProperty)
                .build());
    }
}
