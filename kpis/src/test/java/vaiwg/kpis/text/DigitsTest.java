package vaiwg.kpis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void a_share_is_rounded_once_from_its_exact_fraction() {
        assertThat(Digits.percent(1, 800)).isEqualTo("0.1%");
        assertThat(Digits.percent(3, 800)).isEqualTo("0.4%");
        assertThat(Digits.percent(173, 371)).isEqualTo("46.6%");
        assertThat(Digits.percent(0.0045))
                .as("100 times it is below 0.45 in binary")
                .isEqualTo("0.5%");
    }

    @Test
    void a_minus_is_a_minus_and_nothing_is_minus_nothing() {
        assertThat(Digits.decimal(-1_234.56, 1)).isEqualTo("\u22121,234.6");
        assertThat(Digits.decimal(-0.04, 1)).isEqualTo("0.0");
        assertThat(Digits.count(-12_345)).isEqualTo("\u221212,345");
    }

    @Test
    void a_change_has_its_sign_unless_it_is_written_as_nought() {
        assertThat(Digits.signed(0.44, 1)).isEqualTo("+0.4");
        assertThat(Digits.signed(1_234, 0)).isEqualTo("+1,234");
        assertThat(Digits.signed(-3, 0)).isEqualTo("\u22123");
        assertThat(Digits.signed(0.04, 1)).isEqualTo("0.0");
        assertThat(Digits.signed(-0.04, 1)).isEqualTo("0.0");
    }

    @Test
    void a_share_in_brief_has_no_decimal_that_is_nought() {
        assertThat(Digits.briefPercent(1)).isEqualTo("100%");
        assertThat(Digits.briefPercent(0.05)).isEqualTo("5%");
        assertThat(Digits.briefPercent(0.466)).isEqualTo("46.6%");
    }

    @Test
    void what_is_no_number_is_a_dash() {
        assertThat(Digits.decimal(Double.NaN, 1)).isEqualTo("–");
        assertThat(Digits.percent(0, 0)).isEqualTo("–");
    }

    @Test
    void one_is_one_and_none_are_many() {
        assertThat(Digits.counted(1, "person", "people")).isEqualTo("1 person");
        assertThat(Digits.counted(0, "person", "people")).isEqualTo("0 people");
        assertThat(Digits.counted(39_198, "person", "people")).isEqualTo("39,198 people");
    }
}
