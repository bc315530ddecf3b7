package vaiwg.jobs.decode;

/**
 * Whether the bytes of a text alone show that it {@linkplain PersonalData looks like} no personal data, as those of most hashes, UUIDs,
 * numbers and codes do. Where they do not, it may still look like none.
 */
final class OrdinaryText {
    private static final int SHORTEST_INSURANCE_NUMBER = 9;
    /** With its four separators. */
    private static final int LONGEST_INSURANCE_NUMBER = 13;
    /** A part of a pseudonym between hyphens that is no day and no month in digits. */
    private static final int SHORTEST_PART = 3;
    /** Without its blank; an officer's number with a rank has as many. */
    private static final int SHORTEST_POSTCODE = 5;
    /** Of a day in digits; with hyphens there are as many or more. */
    private static final int COMPACT_DATE = 8;

    private static final byte DIGIT = 1;
    private static final byte HYPHEN = 2;
    /** Of a hexadecimal number. */
    private static final byte SOME_LETTER = 4;

    private static final byte OTHER_LETTER = 8;
    /** Between the parts of the numbers of records. */
    private static final byte SLASH = 16;

    private static final byte OTHER = 32;
    private static final int LETTER = SOME_LETTER | OTHER_LETTER;
    /** Of each character of ASCII which of these it is. */
    private static final byte[] KINDS = kinds();

    private OrdinaryText() {}

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
        if (character == '/') {
            return SLASH;
        }
        if (Character.isDigit(character)) {
            return DIGIT;
        }
        if (Character.digit(character, 16) >= 0) {
            return SOME_LETTER;
        }
        return Character.isLetter(character) ? OTHER_LETTER : OTHER;
    }

    private static int kindsIn(byte[] utf8, int from, int length) {
        int kinds = 0;
        for (int i = from; i < from + length; i++) {
            kinds |= utf8[i] < 0 ? OTHER : KINDS[utf8[i]];
        }
        return kinds;
    }

    static boolean isPseudonym(byte[] utf8, int from, int length) {
        int kinds = kindsIn(utf8, from, length);
        return (kinds & SLASH) == 0
                && isReference(utf8, from, length)
                && (kinds != DIGIT || length != COMPACT_DATE)
                && !maybeDate(utf8, from, length, kinds);
    }

    /** A day or a month has one or two digits between hyphens, or is such as 1st, which is no hexadecimal number. */
    private static boolean maybeDate(byte[] utf8, int from, int length, int kinds) {
        int hyphens = 0;
        int part = 0;
        boolean shortPart = false;
        for (int i = from; i < from + length; i++) {
            part++;
            if (KINDS[utf8[i]] == HYPHEN) {
                hyphens++;
                shortPart |= part <= SHORTEST_PART;
                part = 0;
            }
        }
        return hyphens >= 2 && ((kinds & OTHER_LETTER) != 0 || shortPart || part < SHORTEST_PART);
    }

    /** Of the number of a record, a place or a thing. */
    static boolean isReference(byte[] utf8, int from, int length) {
        int kinds = kindsIn(utf8, from, length);
        if (length == 0 || (kinds & OTHER) != 0) {
            return false;
        }
        boolean maybeName = (kinds & DIGIT) == 0 && (kinds & HYPHEN) != 0;
        // Two letters, digits, a letter.
        boolean maybeInsurance = length >= SHORTEST_INSURANCE_NUMBER
                && length <= LONGEST_INSURANCE_NUMBER
                && (kinds & DIGIT) != 0
                && utf8[from] > '9'
                && utf8[from + 1] > '9'
                && utf8[from + length - 1] > '9';
        boolean maybeTelephone = utf8[from] == '0' && (kinds & LETTER) == 0;
        return !maybeName && !maybeInsurance && !maybeTelephone;
    }

    /** Of a word or a code. */
    static boolean isWord(byte[] utf8, int from, int length) {
        int kinds = kindsIn(utf8, from, length);
        return (kinds & OTHER) == 0
                && ((kinds & DIGIT) == 0
                        || length < SHORTEST_POSTCODE
                        || (kinds & (LETTER | SLASH)) == 0 && length < COMPACT_DATE);
    }
}
