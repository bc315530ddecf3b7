package vaiwg.kpis.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;

class CharacteristicTest {
    @Test
    void nine_statuses_fit_one_field_without_touching_one_another() {
        Random random = Seed.random("packed characteristics");
        Map<Characteristic, Integer> expected = new EnumMap<>(Characteristic.class);
        int packed = 0;
        for (int i = 0; i < 10_000; i++) {
            Characteristic characteristic = Characteristic.values()[random.nextInt(9)];
            int status = random.nextInt(Characteristic.NOT_APPLICABLE + 1);
            packed = characteristic.with(packed, status);
            expected.put(characteristic, status);
            for (Characteristic each : Characteristic.values()) {
                assertThat(each.status(packed)).isEqualTo(expected.getOrDefault(each, Characteristic.UNKNOWN));
            }
        }
    }

    @Test
    void they_are_the_nine_of_the_equality_act() {
        assertThat(Characteristic.values())
                .extracting(Characteristic::slug)
                .containsExactly(
                        "age",
                        "disability",
                        "gender_reassignment",
                        "marriage",
                        "pregnancy",
                        "ethnicity",
                        "religion",
                        "sex",
                        "orientation");
    }
}
