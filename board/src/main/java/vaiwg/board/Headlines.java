package vaiwg.board;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which measures the page shows, in which order, and how each is read there. */
final class Headlines {
    static final String VICTIM_ATTRITION = "victim_attrition";
    static final String KNOWN = "characteristic_known";

    /** Where a case can go instead of outcome 16: a fall of the headline means nothing while one of these rises. */
    static final List<String> SUBSTITUTIONS = List.of(
            "substitution_14",
            "substitution_15",
            "substitution_18",
            "substitution_20",
            "substitution_21",
            "substitution_22",
            "substitution_cancelled");

    static final Headline CHARACTERISTIC_KNOWN = day(KNOWN, "settled_7d", "365d");
    static final Headline CHARACTERISTIC_ASKED = day("characteristic_asked", "settled_7d", "365d");
    static final Headline CHARACTERISTIC_DECLINED = day("characteristic_declined", "settled_7d", "365d");

    private static final List<Headline> IN_ORDER = List.of(
            day("public_space_offences", "recorded", "365d"),
            day(VICTIM_ATTRITION, "settled_90d", "365d"),
            archive("unable_to_prosecute", "settled_6m", "12m"),
            day("evidential_difficulty", "settled_90d", "365d"),
            dayOrMonth("charge_rate", "settled_180d", "settled_6m"),
            day("withdrawal_reason_recorded", "assigned", "365d"),
            day("spo_applied_rate", "recorded", "365d"),
            day("easi_completion", "stock", "all"),
            day("recorded_within_24h", "recorded", "365d"),
            CHARACTERISTIC_KNOWN,
            day("police_suspect_attrition", "settled_180d", "365d"),
            dayOrMonth("recorded_offences", "recorded", "recorded"),
            archive("outcome_recorded", "settled_6m", "12m"),
            day("open_over_90d", "stock", "all"),
            day("decision_told", "assigned", "365d"));

    private Headlines() {}

    static List<Headline> inOrder() {
        return IN_ORDER;
    }

    /**
     * A measure of the page.
     *
     * @param preferred how it is read, the first that was published
     * @param archiveOnly whether it exists only for sources that know months: elsewhere its absence says nothing
     */
    record Headline(String kpi, List<View> preferred, boolean archiveOnly) {
        /**
         * The preferred view, else the one with the longest window; empty if the measure was not published. Immature figures
         * ({@code to_date}) are for nobody to read here.
         */
        Optional<View> view(PublishedSnapshot snapshot) {
            var published = snapshot.views(kpi);
            return preferred.stream()
                    .filter(published::contains)
                    .findFirst()
                    .or(() -> published.stream()
                            .filter(view -> !view.basis().equals("to_date"))
                            .max(Comparator.comparingInt((View view) -> Period.approximateDays(view.window()))
                                    .thenComparing(View::basis)));
        }
    }

    /** A line of the substitution panel: read as the headline is, where it was published so. */
    static Headline substitution(String kpi, View headline) {
        return new Headline(kpi, List.of(headline), false);
    }

    private static Headline day(String kpi, String basis, String window) {
        return new Headline(kpi, List.of(new View(basis, window)), false);
    }

    private static Headline dayOrMonth(String kpi, String basisOfDays, String basisOfMonths) {
        return new Headline(kpi, List.of(new View(basisOfDays, "365d"), new View(basisOfMonths, "12m")), false);
    }

    private static Headline archive(String kpi, String basis, String window) {
        return new Headline(kpi, List.of(new View(basis, window)), true);
    }
}
