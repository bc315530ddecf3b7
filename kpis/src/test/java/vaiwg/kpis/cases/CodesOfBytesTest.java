package vaiwg.kpis.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.Seed;

/** A code that is made of bytes is that of the text which they are, also where they are no UTF-8. */
class CodesOfBytesTest {
    private static final int TEXTS = 100_000;
    private static final String CHARACTERS = " \t\n\u001C\u00A0\u2003-_/.09azAZ~\u007F\u00E9\u212A\uFFFD\uD83D\uDE00";
    private static final int AROUND = 3;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u2003",
                "19C",
                " 19C ",
                "unknown",
                " Unknown\t",
                "UNKNOWN",
                "un\u212Anown",
                "unknown1",
                "uncle",
                "solihull north",
                "ABCDEFGHI",
                "p-7c41"
            })
    void of_these_texts(String text) {
        assertSame(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void of_any_text() {
        Random random = Seed.random("codes of bytes");
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(12); left > 0; left--) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextInt(10) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertSame(bytes);
        }
    }

    private static void assertSame(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        byte[] message = new byte[utf8.length + 2 * AROUND];
        System.arraycopy(utf8, 0, message, AROUND, utf8.length);
        assertThat(UnitCode.of(message, AROUND, utf8.length)).as(text).isEqualTo(UnitCode.of(text));
        assertThat(PersonCode.of(message, AROUND, utf8.length)).as(text).isEqualTo(PersonCode.of(text));
        assertThat(packed(() -> PackedCode.pack(message, AROUND, utf8.length)))
                .as(text)
                .isEqualTo(packed(() -> PackedCode.pack(text)));
    }

    private static String packed(LongSupplier code) {
        try {
            return Long.toString(code.getAsLong());
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
