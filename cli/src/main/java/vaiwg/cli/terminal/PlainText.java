package vaiwg.cli.terminal;

/** Text of others, such as a record's headers, as it may be printed on a terminal. */
public final class PlainText {
    private static final int LONGEST = 200;

    private PlainText() {}

    /**
     * One line of at most {@value #LONGEST} characters, in which whatever could move the cursor, colour or reorder the line is written
     * as its code: control and format characters, line ends, halves of characters.
     */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (plain.length() >= LONGEST) {
                return plain.substring(0, LONGEST) + "...";
            }
            int character = text.codePointAt(i);
            if (isShown(character)) {
                plain.appendCodePoint(character);
            } else {
                plain.append(String.format("\\u%04x", character));
            }
        }
        return plain.toString();
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
