package vaiwg.jobs.decode;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a text of a record looks like personal data, which it must not hold. This finds a mistake in a mapping and a slip in a note,
 * not bad faith: a single word may be a name, and so may any two in a sentence; both pass. Hashes, UUIDs and numbers look like nothing.
 */
final class PersonalData {
    private static final String INSURANCE_NUMBER = "a national insurance number";
    private static final String TELEPHONE_NUMBER = "a telephone number";
    private static final String E_MAIL_ADDRESS = "an e-mail address";

    private static final String ALONE = "(?<![\\p{L}\\d])";
    private static final String TO_ITS_END = "(?![\\p{L}\\d])";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String DAY_OF_TWO = "(?:0[1-9]|[12]\\d|3[01])";
    private static final String MONTH_OF_TWO = "(?:0[1-9]|1[0-2])";
    private static final String MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\\p{L}{0,6}";
    private static final String ANY_DAY = day("(?:1[89]|20)\\d\\d", "\\d\\d");
    private static final String BORN =
            "(?:born|dob|d\\.o\\.b\\.?|date of birth|birthday)\\W{0,3}(?:(?:on|is|was) )?(?:the )?";

    /** Standing alone, as a name of a file may hold it: 12/3/1985, 12.3.85, 1985-03-12, 12 March 1985. */
    private static final Pattern DATE = ignoringCase(ANY_DAY);
    /** 19850312 or 12031985. */
    private static final Pattern COMPACT_DATE = Pattern.compile("(?:19\\d\\d|20[0-2]\\d)" + MONTH_OF_TWO + DAY_OF_TWO
            + "|" + DAY_OF_TWO + MONTH_OF_TWO + "(?:19\\d\\d|20[0-2]\\d)");
    /** A day of long before what notes are about, or any that a word says to be one of birth. */
    private static final Pattern BIRTH =
            ignoringCase(day("(?:19\\d\\d|200\\d|201[0-5])", "[3-9]\\d") + "|" + BORN + ANY_DAY);

    private static final Pattern NATIONAL_INSURANCE = ignoringCase(
            ALONE + "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]([ -]?)\\d\\d\\1\\d\\d\\1\\d\\d\\1[A-D]" + TO_ITS_END);
    private static final Pattern E_MAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}\\.\\p{L}{2,}");
    /** Of ten or eleven digits with the zero before them, in parts of three and more. */
    private static final Pattern TELEPHONE = Pattern.compile(ALONE
            + "(?:(?:\\+|00)44[ .-]?(?:\\(0\\)[ .-]?)?\\(?|\\(?0)(?=[1-35789](?:[ .()-]{0,2}\\d){8,9}" + TO_ITS_END
            + ")\\d{2,4}\\)?(?:[ .-]{0,2}\\d{3,7}){1,3}" + TO_ITS_END);
    /** Digits alone are a number like others, but for a mobile one and the code of the country. */
    private static final Pattern ORDINARY_NUMBER = Pattern.compile("(?!07\\d{9}$|0044)\\d+");
    /** No ordinal, as in "A4 2nd". */
    private static final Pattern POSTCODE =
            ignoringCase(ALONE + "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d(?!(?-i:st|nd|rd|th))[ABD-HJLNP-UW-Z]{2}" + TO_ITS_END);
    /** The name of the street in capitals: "in 40 cases a road" is none. */
    private static final Pattern ADDRESS = Pattern.compile(ALONE
            + "\\d{1,4}[A-Za-z]?,? (?:\\p{Lu}[\\p{L}'.-]* ){1,3}"
            + "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Gardens|Grove|Terrace|Mews)" + TO_ITS_END);
    /** A rank alone is a post. */
    private static final Pattern NUMBERED_OFFICER =
            ignoringCase(ALONE + "(?:WPC|PC|PS|DC|DS|PCSO|sgt|constable|sergeant) ?\\d{3,6}" + TO_ITS_END);

    private static final Pattern TITLED = Pattern.compile(ALONE + "(?:Mr|Mrs|Ms|Miss|Mx)\\.? \\p{Lu}\\p{L}+");

    /** Neither a hyphen nor an underscore is between them: hashes have them. */
    private static final Pattern WORDS_APART =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}'-]*(?:[ .,]+\\p{L}[\\p{L}\\p{M}'-]*)+[ .,]*");
    /** Of one case, or with a capital at its beginning, as hashes of letters alone are not; nor hexadecimal digits. */
    private static final String WORD =
            "(?![A-Fa-f]{4,}(?!\\p{L}))(?:\\p{Lu}\\p{Ll}+|\\p{Ll}{2,}|\\p{Lu}{2,}|(?:Mac|Mc|O')\\p{L}{2,})";

    private static final Pattern WORDS_JOINED = Pattern.compile(WORD + "(?:[-_]" + WORD + "){1,3}");
    private static final Pattern LETTERS = Pattern.compile(ALONE + "\\p{L}{2,}" + TO_ITS_END);
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cf}\\s]+");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}");

    private PersonalData() {}

    /** What a pseudonym looks like, in words that do not repeat it: {@code a date}; null where it looks like none of them. */
    static String inPseudonym(String pseudonym) {
        String text = plain(pseudonym);
        if (DATE.matcher(text).find() || COMPACT_DATE.matcher(text).matches()) {
            return "a date";
        }
        return WORDS_JOINED.matcher(text).matches() ? "a name" : inIdentifier(text);
    }

    /**
     * Likewise of the number of a record, a place or a thing. Without blanks in it, a day is that on which it was given, and words joined by
     * hyphens are what it is of: {@code second-survey}.
     */
    static String inReference(String reference) {
        String text = plain(reference);
        return text.indexOf(' ') < 0 ? inIdentifier(text) : inPseudonym(text);
    }

    /** Likewise of what somebody wrote, and of names of areas and codes. */
    static String inWords(String words) {
        String text = plain(words);
        if (BIRTH.matcher(text).find()) {
            return "a date of birth";
        }
        if (NATIONAL_INSURANCE.matcher(text).find()) {
            return INSURANCE_NUMBER;
        }
        if (TELEPHONE.matcher(text).find()) {
            return TELEPHONE_NUMBER;
        }
        if (E_MAIL.matcher(text).find()) {
            return E_MAIL_ADDRESS;
        }
        if (POSTCODE.matcher(text).find()) {
            return "a postcode";
        }
        if (ADDRESS.matcher(text).find()) {
            return "an address";
        }
        if (NUMBERED_OFFICER.matcher(text).find()) {
            return "an officer's number";
        }
        return TITLED.matcher(text).find() ? "a name" : null;
    }

    private static String inIdentifier(String text) {
        if (NATIONAL_INSURANCE.matcher(text).matches()) {
            return INSURANCE_NUMBER;
        }
        if (TELEPHONE.matcher(text).matches() && !ORDINARY_NUMBER.matcher(text).matches()) {
            return TELEPHONE_NUMBER;
        }
        if (E_MAIL.matcher(text).find()) {
            return E_MAIL_ADDRESS;
        }
        boolean isName = WORDS_APART.matcher(text).matches()
                || text.indexOf(' ') >= 0
                        && LETTERS.matcher(text).results().limit(2).count() == 2;
        return isName ? "a name" : null;
    }

    /** With the plain form of each blank, hyphen, digit and letter. */
    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2019', '\'');
        return DASHES.matcher(BLANKS.matcher(composed).replaceAll(" "))
                .replaceAll("-")
                .strip();
    }

    /** @param shortYear of which years a day is taken that is written with two digits of its year */
    private static String day(String year, String shortYear) {
        String first = Stream.of("-", "/", "\\.", " ")
                .map(between -> DAY + between + DAY + between + year + "|" + year + between + MONTH_OF_TWO + between
                        + DAY + "(?:T[\\d:.]+Z?)?")
                .collect(Collectors.joining("|"));
        String brief = Stream.of("/", "\\.")
                .map(between -> DAY + between + "(?:0?[1-9]|1[0-2])" + between + shortYear)
                .collect(Collectors.joining("|"));
        String inWords =
                DAY + "(?:st|nd|rd|th)?[-/., ]{1,2}" + MONTH + "[-/., ]{1,2}(?:" + year + "|" + shortYear + ")";
        return ALONE + "(?:" + first + "|" + brief + "|" + inWords + ")" + TO_ITS_END;
    }

    private static Pattern ignoringCase(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}
