package vaiwg.kpis.cases;

import java.nio.charset.StandardCharsets;

/** Short codes ({@code 19C}, {@code 2A}, {@code W1}) as one long: up to eight ASCII characters, no object in state. */
public final class PackedCode {
    private static final int LONGEST = 8;

    private PackedCode() {}

    /**
     * Packs a code; null and blank are 0.
     *
     * @throws IllegalArgumentException where the code is longer than eight characters or not printable ASCII
     */
    public static long pack(String code) {
        if (code == null || code.isBlank()) {
            return 0;
        }
        String trimmed = code.strip();
        if (trimmed.length() > LONGEST) {
            throw new IllegalArgumentException("a code has more than eight characters");
        }
        long packed = 0;
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new IllegalArgumentException("a code has a character that is not printable ASCII");
            }
            packed = packed << 8 | c;
        }
        return packed;
    }

    /** The same of a text in UTF-8: without making one of it, where it is an ordinary code. */
    public static long pack(byte[] utf8, int from, int length) {
        long packed = 0;
        for (int i = from; i < from + length; i++) {
            if (length > LONGEST || utf8[i] <= ' ' || utf8[i] > '~') {
                return pack(new String(utf8, from, length, StandardCharsets.UTF_8));
            }
            packed = packed << 8 | utf8[i];
        }
        return packed;
    }

    /** The code that was packed; empty for 0. */
    public static String text(long packed) {
        StringBuilder text = new StringBuilder(LONGEST);
        for (int bits = Long.SIZE - Byte.SIZE; bits >= 0; bits -= Byte.SIZE) {
            char c = (char) (packed >>> bits & 0xFF);
            if (c != 0) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
