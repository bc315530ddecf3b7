package vaiwg.board.disclosure;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vaiwg.board.Digits;
import vaiwg.kpis.suppression.PeopleCount;

/** Takes out of a text each sentence that quotes what is withheld. */
final class Sentences {
    /** What numbers in a sentence are of no people: dates, and lengths of time or of the report. */
    private static final Pattern OF_NO_PEOPLE = Pattern.compile(
            "\\b(\\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December"
                    + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\b( \\d{4})?"
                    + "|\\b\\d{4}-\\d{2}-\\d{2}\\b"
                    + "|\\b[\\d,]+ of (these )?[\\d,]+ (periods|charts|areas|nightly snapshots)\\b"
                    + "|\\b[\\d,.]+(-| )?(hours?|days?|weeks?|months?|years?|periods?|charts?|themes?|matters?|signals?|points?|pts|%"
                    + "|per cent|areas?)"
                    + "|\\b(outcomes?|page|edition|publication) \\d+((, \\d+)* (and|or|to) \\d+)?"
                    + "|\\b\\d+ (of|in) (20|500|1,?000)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,])\\d{1,3}(,\\d{3})+(?![\\d])|(?<![\\d.,])\\d+(?![\\d]|[.,]\\d)");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;!?])\\s+(?=[^a-z])");
    private static final Pattern EXACT = Pattern.compile("\\d\\.\\d");

    private final Set<String> quoted = new TreeSet<>();
    private final Set<String> allowed = new TreeSet<>();
    private final Set<Double> values = new TreeSet<>();
    private final boolean noCounts;

    /** @param noCounts whether no count at all may be quoted, since those that are shown are rounded */
    Sentences(boolean noCounts) {
        this.noCounts = noCounts;
    }

    /** Remembers a withheld share or rate by its count, its whole, and its value. */
    void withhold(Integer numerator, Integer denominator, double share) {
        if (numerator != null && denominator != null) {
            quoted.add(Digits.count(numerator) + " of " + Digits.count(denominator));
            quoted.add(Digits.count(numerator) + " for " + Digits.count(denominator));
        } else if (numerator != null && numerator >= PeopleCount.LEAST) {
            quoted.add(Digits.count(numerator));
        }
        values.add(share);
        quoted.addAll(percents(numerator, denominator, share));
    }

    /** Forgets what is shown elsewhere in the report in the same words, after all was remembered: a sentence may repeat it. */
    void show(Integer numerator, Integer denominator, double share) {
        if (numerator != null && denominator != null) {
            quoted.remove(Digits.count(numerator) + " of " + Digits.count(denominator));
            quoted.remove(Digits.count(numerator) + " for " + Digits.count(denominator));
        }
        quoted.removeAll(percents(numerator, denominator, share));
    }

    /** Remembers what is about nobody and may be said however small it is. */
    void allow(Integer numerator, Integer denominator) {
        if (numerator != null && denominator != null) {
            allowed.add(Digits.count(numerator) + " of " + Digits.count(denominator));
        }
    }

    /** Whether a share that all of a chart are compared with is not a withheld one. */
    boolean mayShow(double share) {
        return !values.contains(share);
    }

    boolean noCounts() {
        return noCounts;
    }

    /** The text without the sentences that quote what is withheld. */
    String clean(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return SENTENCE.splitAsStream(text).filter(this::isSafe).collect(Collectors.joining(" "));
    }

    private boolean isSafe(String sentence) {
        if (quoted.stream().anyMatch(withheld -> quotes(sentence, withheld))) {
            return false;
        }
        if (noCounts && EXACT.matcher(sentence).find()) {
            return false;
        }
        String rest = sentence;
        for (String nobody : allowed) {
            rest = rest.contains(nobody) ? quote(nobody).matcher(rest).replaceAll(" ") : rest;
        }
        Matcher number = NUMBER.matcher(OF_NO_PEOPLE.matcher(rest).replaceAll(" "));
        while (number.find()) {
            long said = Long.parseLong(number.group().replace(",", ""));
            if (noCounts || said > 0 && said < PeopleCount.LEAST) {
                return false;
            }
        }
        return true;
    }

    private static boolean quotes(String sentence, String number) {
        return sentence.contains(number) && quote(number).matcher(sentence).find();
    }

    private static Pattern quote(String number) {
        return Pattern.compile("(?<![\\d.,])" + Pattern.quote(number) + "(?![\\d%]|[.,]\\d)");
    }

    /** A share as sentences may have it: by its value, or from the exact fraction. */
    private static Set<String> percents(Integer numerator, Integer denominator, double share) {
        if (Double.isNaN(share) || share <= 0 || share >= 1) {
            return Set.of();
        }
        Set<String> percents = new TreeSet<>(Set.of(Digits.percent(share)));
        if (numerator != null && denominator != null && denominator > 0) {
            percents.add(Digits.percent(numerator, denominator));
        }
        return percents;
    }
}
