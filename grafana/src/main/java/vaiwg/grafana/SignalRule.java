package vaiwg.grafana;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a matter is open: what a table says of it in few words, and what they mean. */
enum SignalRule {
    OUTSIDE(List.of("outside"), "beyond its limit", "The 28 days are above the upper limit, or below the lower one."),
    SHIFT(
            List.of("shift"),
            "seven on one side",
            "Seven periods of 28 days in a row are above what is usual, or seven below it."),
    TREND(
            List.of("trend"),
            "seven rising or falling",
            "Seven periods in a row are each above the one before, or each below it."),
    OUTER_THIRD(
            List.of("outer_third"),
            "two of three near its limit",
            "Two of three periods in a row are in the last third of the way from what is usual to the same limit."),
    EARLY_WARNING(
            List.of("daily_rise", "daily_fall"),
            "early warning",
            "Asked each day: of the cases that are open, support became known to have ended in more, or fewer, than in cases of"
                    + " their age before."),
    COMPLETENESS(
            List.of(),
            "below the year's limit",
            "Records of the newest 28 days are less complete than those of the year by more than chance and more than five"
                    + " points, or than half of a share under ten per cent.");

    private final List<String> slugs;
    private final String words;
    private final String meaning;

    SignalRule(List<String> slugs, String words, String meaning) {
        this.slugs = slugs;
        this.words = words;
        this.meaning = meaning;
    }

    String words() {
        return words;
    }

    String meaning() {
        return meaning;
    }

    /** The words by a column that holds the rule of a signal, in SQL. */
    static String sql(String column) {
        return Stream.of(values())
                .flatMap(rule ->
                        rule.slugs.stream().map(slug -> "WHEN '" + slug + "' THEN " + FigureRow.quoted(rule.words)))
                .collect(Collectors.joining(" ", "CASE " + column + " ", " END"));
    }
}
