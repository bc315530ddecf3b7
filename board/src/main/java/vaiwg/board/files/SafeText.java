package vaiwg.board.files;

/** Words of people and of the record, for programs that calculate. */
final class SafeText {
    private SafeText() {}

    /**
     * A text that no spreadsheet takes for a formula: one that begins with {@code = + - @}, a tab or an end of line has an apostrophe
     * before it. Characters that no file may hold (controls, half surrogates) become a replacement character.
     */
    static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 1);
        if (!text.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0) {
            safe.append('\'');
        }
        text.codePoints().forEach(c -> safe.appendCodePoint(isAllowed(c) ? c : '\uFFFD'));
        return safe.toString();
    }

    /** What XML 1.0 allows. */
    private static boolean isAllowed(int c) {
        if (c < ' ') {
            return c == '\t' || c == '\n' || c == '\r';
        }
        return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }
}
