package vaiwg.kpis.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.Seed;

class PackedCodeTest {
    @Test
    void no_two_codes_of_up_to_eight_printable_characters_are_one() {
        Random random = Seed.random("packed codes");
        Map<Long, String> codes = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder code = new StringBuilder();
            for (int left = random.nextInt(1, 9); left > 0; left--) {
                code.append((char) random.nextInt('!', '~' + 1));
            }
            assertThat(codes.merge(PackedCode.pack(code.toString()), code.toString(), (first, second) -> first))
                    .isEqualTo(code.toString());
            assertThat(PackedCode.text(PackedCode.pack(code.toString()))).isEqualTo(code.toString());
        }
    }

    @Test
    void no_code_is_nought() {
        assertThat(PackedCode.text(0)).isEmpty();
        assertThat(PackedCode.pack(null)).isZero();
        assertThat(PackedCode.pack("  ")).isZero();
    }

    @Test
    void space_around_a_code_is_no_part_of_it() {
        assertThat(PackedCode.pack(" 19C ")).isEqualTo(PackedCode.pack("19C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDEFGHI", "1 A", "19\u00E9", "1\t2", "1\u007F"})
    void what_is_no_short_printable_code_is_rejected(String code) {
        assertThatThrownBy(() -> PackedCode.pack(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_rejection_does_not_repeat_the_code() {
        assertThatThrownBy(() -> PackedCode.pack("SMITH-JOHN")).hasMessageNotContaining("SMITH");
    }
}
