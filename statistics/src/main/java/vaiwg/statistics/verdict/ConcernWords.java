package vaiwg.statistics.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/** What a verdict is called: what its figure is about, and the way in which that moved. */
final class ConcernWords {
    private record Phrases(String up, String down) {}

    private static final Pattern OUTCOME = Pattern.compile("OUTCOME_\\d+");
    private static final String WHEN_SUPPORT_ENDED = "when support ended";
    private static final String TIME_TO_REPORT = "time to report";

    /** By the concern that the dictionary names; what is not here is called by its measure. */
    private static final Map<String, Phrases> BY_CONCERN = Map.of(
            "support ended",
            new Phrases("more cases end without the victim's support", "fewer cases end without the victim's support"),
            // In outcome 15 the victim supports action.
            "evidential difficulties",
            new Phrases(
                    "more cases are closed for evidential difficulties",
                    "fewer cases are closed for evidential difficulties"),
            WHEN_SUPPORT_ENDED,
            new Phrases("cases keep the victim's support for longer", "cases keep the victim's support for less time"),
            // Of the time, not of who reports: what kept victims from it is for the force to explain.
            TIME_TO_REPORT,
            new Phrases(
                    "in public, a longer time from offence to report",
                    "in public, a shorter time from offence to report"),
            "charges and other action taken",
            new Phrases(
                    "more cases end with a charge or other action taken",
                    "fewer cases end with a charge or other action taken"),
            "cancelled crimes",
            new Phrases("more crimes are cancelled", "fewer crimes are cancelled"),
            "time at the CPS",
            new Phrases("the CPS takes longer", "the CPS takes less time"),
            "age of open cases",
            new Phrases("open crimes grow older", "open crimes grow younger"),
            "recorded_offences",
            new Phrases("more crimes are recorded", "fewer crimes are recorded"),
            "offences in public places",
            new Phrases("more crimes in public places are recorded", "fewer crimes in public places are recorded"));

    private ConcernWords() {}

    /** @param side 1 for up, -1 for down */
    static String of(Measure measure, int side) {
        Phrases phrases = BY_CONCERN.get(measure.concern());
        if (phrases != null) {
            return (side * meaning(measure) < 0 ? phrases.down() : phrases.up()) + outcomes(measure);
        }
        String more =
                switch (measure.kind()) {
                    case COUNT -> side < 0 ? ", fewer than usual" : ", more than usual";
                    case PERCENTILE -> side < 0 ? ", less time than usual" : ", more time than usual";
                    case SHARE, RATE, POPULATION_RATE -> side < 0 ? " less often than usual" : " more often than usual";
                };
        return small(measure.shortTitle()).replace(": ", ", ") + more;
    }

    /** " (OC14 and OC16)": measures of one concern count different outcomes. Nothing of one that counts anything else. */
    private static String outcomes(Measure measure) {
        List<String> counted = measure.numerator(measure.variants().get(0)).stream()
                .flatMap(Expression::facts)
                .map(Fact::formula)
                .toList();
        if (counted.isEmpty() || !counted.stream().allMatch(OUTCOME.asMatchPredicate())) {
            return "";
        }
        List<String> codes =
                counted.stream().map(fact -> fact.replace("OUTCOME_", "OC")).toList();
        int last = codes.size() - 1;
        return last == 0
                ? " (" + codes.get(0) + ")"
                : " (" + String.join(", ", codes.subList(0, last)) + " and " + codes.get(last) + ")";
    }

    /** Where more of those without support lost it within a week, support was kept for less time; so of reports within a day. */
    private static int meaning(Measure measure) {
        boolean ofTime = measure.concern().equals(WHEN_SUPPORT_ENDED)
                || measure.concern().equals(TIME_TO_REPORT);
        return ofTime && measure.kind() == Measure.Kind.SHARE ? -1 : 1;
    }

    /** The first letter small, but not of an abbreviation. */
    static String small(String text) {
        boolean abbreviation = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return text.isEmpty() || abbreviation ? text : text.substring(0, 1).toLowerCase(Locale.UK) + text.substring(1);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }
}
