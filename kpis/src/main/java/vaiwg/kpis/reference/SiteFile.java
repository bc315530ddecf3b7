package vaiwg.kpis.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A file that a force's folder may have: its name, and the columns that its head names. */
public enum SiteFile {
    /** Units of the force and their local policing areas. */
    AREAS("areas.csv", true, "unit", "lpa", "valid_from", "valid_to"),
    /** Codes of the reasons why a victim's support ended. */
    ENDS_OF_SUPPORT("ends-of-support.csv", false, "code", "reason"),
    /** In which theme an offence class counts; in none where the theme is empty. */
    OFFENCE_THEMES("offence-themes.csv", false, "class", "theme", "kind"),
    /** In which groups an outcome type counts. */
    OUTCOMES("outcomes.csv", false, "type", "groups"),
    /** Which kinds of place are public. */
    PLACES("places.csv", false, "place", "public"),
    BANK_HOLIDAYS("bank-holidays.csv", false, "date", "name"),
    /** How many people rates are for. */
    DENOMINATORS("denominators.csv", true, "population", "lpa", "from", "number", "source"),
    /** How deprived small areas are. */
    DEPRIVATION("deprivation.csv", false, "lsoa", "decile", "from", "source"),
    /** Baselines, targets and comparators. */
    BENCHMARKS(
            "benchmarks.csv",
            true,
            "measure",
            "slice",
            "kind",
            "name",
            "value",
            "unit",
            "from",
            "to",
            "valid_from",
            "comparable",
            "source",
            "quote"),
    RECOMMENDATIONS("recommendations.csv", true, commitments()),
    DELIVERY_PLAN("delivery-plan.csv", true, commitments()),
    UPLIFT_POSTS("uplift-posts.csv", true, commitments()),
    /** What was done to move figures, where, and from when on. */
    INTERVENTIONS("interventions.csv", true, "id", "text", "lpa", "day", "owner", "measures", "source"),
    /** Events after which the limits of charts are made anew. */
    REBASE_REGISTER("rebase-register.csv", true, "date", "affects", "reason"),
    /** Further priority areas. They hold of all forces, and are told with whose they are, so that one that is named again is found. */
    PRIORITY_AREAS("priority-areas.csv", true, "area", "title", "led_by", "question", "kind"),
    /** Who leads a priority area, and where mail for the post goes. */
    LEADS("leads.csv", true, "area", "post", "mail"),
    /** How many records of a stream are expected. */
    EXPECTED("expected.csv", true, "stream", "events_a_week", "from");

    private final String fileName;
    private final boolean keyed;
    private final List<String> columns;

    SiteFile(String fileName, boolean keyed, String... columns) {
        this.fileName = fileName;
        this.keyed = keyed;
        this.columns = List.of(columns);
    }

    /** The file of a name; empty where a site has none of it. */
    public static Optional<SiteFile> named(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(fileName))
                .findFirst();
    }

    public String fileName() {
        return fileName;
    }

    public List<String> columns() {
        return columns;
    }

    /**
     * Whether its rows are told with their force; else they hold of every force that the job counts, and two sites must not say otherwise of one
     * first column.
     */
    boolean isKeyed() {
        return keyed;
    }

    private static String[] commitments() {
        return new String[] {
            "id", "number", "set", "text", "addressed", "owner", "day", "when", "measures", "note", "section"
        };
    }
}
