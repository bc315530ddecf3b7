package vaiwg.jobs.decode;

import java.util.regex.Pattern;

/**
 * Whether a pseudonym looks like what it is to hide. This finds a mistake in a mapping, not bad faith: a single word may be a name, and
 * passes. Hashes, UUIDs and numbers look like none of these.
 */
final class Pseudonyms {
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String YEAR = "(?:1[89]|20)\\d\\d";
    private static final String MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\\p{L}{0,6}";
    /** Standing alone, as a name of a file may hold it: 12/3/1985, 12.3.85, 1985-03-12, 12 March 1985. */
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\p{L}\\d])(?:"
                    + (DAY + "([-/. ])" + DAY + "\\1" + YEAR)
                    + ("|" + DAY + "([/.])(?:0?[1-9]|1[0-2])\\2\\d\\d")
                    + ("|" + YEAR + "([-/. ])(?:0[1-9]|1[0-2])\\3" + DAY + "(?:T[\\d:.]+Z?)?")
                    + ("|" + DAY + "(?:st|nd|rd|th)?[-/., ]{1,2}" + MONTH + "[-/., ]{1,2}(?:" + YEAR + "|\\d\\d)")
                    + ")(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NATIONAL_INSURANCE = Pattern.compile(
            "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]([ -]?)\\d\\d\\1\\d\\d\\1\\d\\d\\1[A-D]", Pattern.CASE_INSENSITIVE);
    private static final Pattern E_MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.\\p{L}{2,}");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?:\\+|00)44[\\d ()-]{9,16}|07\\d{3} ?\\d{3} ?\\d{3}|0\\d{2,4} \\d{3,4} ?\\d{3,4}");
    /** Neither a hyphen nor an underscore separates words: hashes have them. */
    private static final Pattern WORDS =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}'\u2019-]*(?:[\\s.,]+\\p{L}[\\p{L}\\p{M}'\u2019-]*)+[\\s.,]*");

    private static final int SHORTEST_INSURANCE_NUMBER = 9;
    /** With its four separators. */
    private static final int LONGEST_INSURANCE_NUMBER = 13;
    /** A part of a pseudonym between hyphens that is no day and no month in digits. */
    private static final int SHORTEST_PART = 3;

    private static final byte DIGIT = 0;
    private static final byte HYPHEN = 1;
    /** Of a hexadecimal number. */
    private static final byte SOME_LETTER = 2;

    private static final byte OTHER_LETTER = 4;
    private static final byte OTHER = 8;
    /** Of each character of ASCII which of these it is. */
    private static final byte[] KINDS = kinds();

    private Pseudonyms() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[1 << 7];
        for (char character = 0; character < kinds.length; character++) {
            kinds[character] = kind(character);
        }
        return kinds;
    }

    private static byte kind(char character) {
        if (character == '-' || character == '_') {
            return HYPHEN;
        }
        if (Character.isDigit(character)) {
            return DIGIT;
        }
        if (Character.digit(character, 16) >= 0) {
            return SOME_LETTER;
        }
        return Character.isLetter(character) ? OTHER_LETTER : OTHER;
    }

    private static boolean mayBeTelephone(String text) {
        return !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '0');
    }

    /**
     * Whether the bytes of a pseudonym alone show that it {@linkplain #likeness looks like} nothing, as those of most hashes, UUIDs and
     * numbers do. Where they do not, it may still look like nothing.
     */
    static boolean isPlain(byte[] utf8, int from, int length) {
        int hyphens = 0;
        int part = 0;
        int kinds = 0;
        boolean shortPart = false;
        for (int i = from; i < from + length; i++) {
            int kind = utf8[i] < 0 ? OTHER : KINDS[utf8[i]];
            kinds |= kind;
            part++;
            if (kind == HYPHEN) {
                hyphens++;
                shortPart |= part <= SHORTEST_PART;
                part = 0;
            }
        }
        if (kinds >= OTHER || length == 0) {
            return false;
        }
        byte first = utf8[from];
        // A date has a day or a month of one or two digits between its hyphens, or a day such as 1st, which is no
        // hexadecimal number.
        boolean maybeDate = hyphens >= 2 && (kinds >= OTHER_LETTER || shortPart || part < SHORTEST_PART);
        boolean maybeInsurance =
                length >= SHORTEST_INSURANCE_NUMBER && length <= LONGEST_INSURANCE_NUMBER && first > '9';
        boolean maybeTelephone = first == '0' && kinds < SOME_LETTER;
        return !maybeDate && !maybeInsurance && !maybeTelephone;
    }

    /** What it looks like, in words that do not repeat it: {@code a date}; null where it looks like none of them. */
    static String likeness(String pseudonym) {
        String text = pseudonym.strip();
        boolean oneWord = true;
        int hyphens = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            oneWord &= character == '-' || character == '_' || Character.isLetterOrDigit(character);
            hyphens += character == '-' ? 1 : 0;
        }
        // Most are hashes, UUIDs or numbers: their length and first character tell that they are none of these.
        if (text.length() <= LONGEST_INSURANCE_NUMBER
                && NATIONAL_INSURANCE.matcher(text).matches()) {
            return "a national insurance number";
        }
        if ((!oneWord || hyphens >= 2) && DATE.matcher(text).find()) {
            return "a date";
        }
        if (mayBeTelephone(text) && TELEPHONE.matcher(text).matches()) {
            return "a telephone number";
        }
        if (oneWord) {
            return null;
        }
        if (E_MAIL.matcher(text).find()) {
            return "an e-mail address";
        }
        return WORDS.matcher(text).matches() ? "a name" : null;
    }
}
