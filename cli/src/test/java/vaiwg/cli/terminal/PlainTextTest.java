package vaiwg.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void nothing_that_a_terminal_obeys_is_left() {
        assertThat(PlainText.of("\u001b[31mred\u001b[0m\r\nnext\ttab\u0007\u009b\u202egnol\u2028\ud800"))
                .isEqualTo(
                        "\\u001b[31mred\\u001b[0m\\u000d\\u000anext\\u0009tab\\u0007\\u009b\\u202egnol\\u2028\\ud800");
    }

    @Test
    void ordinary_text_stays_as_it_is() {
        assertThat(PlainText.of("vaiwg.outcome/1/42 Z\u00fcrich \ud83d\ude42"))
                .isEqualTo("vaiwg.outcome/1/42 Z\u00fcrich \ud83d\ude42");
    }

    @Test
    void a_long_text_is_cut() {
        assertThat(PlainText.of("x".repeat(1_000_000))).isEqualTo("x".repeat(200) + "...");
    }
}
