package vaiwg.verification.monitoring;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words for which the field has others, so that people would have to translate what they read: the latest period, a number that is suppressed. */
public final class ForeignWords {
    private static final Pattern ANY = Pattern.compile("\\b(?:newest|withheld)\\b", Pattern.CASE_INSENSITIVE);

    private ForeignWords() {}

    /** Those in a text, in its order. */
    public static List<String> in(CharSequence text) {
        return ANY.matcher(text).results().map(MatchResult::group).toList();
    }
}
