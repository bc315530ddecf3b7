package vaiwg.cli.demo;

import java.util.List;

/** The figures that a demo prints at its end. */
public enum HeadlineList {
    PRIORITIES(
            "The headlines of the seven priority areas",
            List.of(
                    new Headline("public_space_offences", "recorded", "365d", ""),
                    new Headline("victim_attrition", "settled_90d", "365d", ""),
                    new Headline("substitution_14", "settled_90d", "365d", ""),
                    new Headline("substitution_15", "settled_90d", "365d", ""),
                    new Headline("substitution_18", "settled_90d", "365d", ""),
                    new Headline("substitution_20", "settled_90d", "365d", ""),
                    new Headline("substitution_21", "settled_90d", "365d", ""),
                    new Headline("substitution_22", "settled_90d", "365d", ""),
                    new Headline("substitution_cancelled", "matured_90d", "365d", ""),
                    new Headline("charge_rate", "settled_180d", "365d", ""),
                    new Headline("evidential_difficulty", "settled_90d", "365d", ""),
                    new Headline("spo_applied_rate", "recorded", "365d", ""),
                    new Headline("easi_completion", "stock", "all", ""),
                    new Headline("characteristic_known", "recorded", "365d", "characteristic=ethnicity;theme=rape"),
                    new Headline("recorded_within_24h", "recorded", "365d", ""),
                    new Headline("police_suspect_attrition", "settled_180d", "365d", ""),
                    new Headline("open_over_90d", "stock", "all", ""),
                    new Headline("decision_told", "assigned", "365d", ""))),
    SEED_TABLE(
            "The paper's attrition table (section 2.3.6; basis and period are not stated there)",
            List.of(
                    new Headline("victim_attrition", "to_date", "365d", "theme=rape"),
                    new Headline("victim_attrition", "to_date", "365d", "theme=other_sexual"),
                    new Headline("victim_attrition", "to_date", "365d", "theme=stalking_harassment"),
                    new Headline("victim_attrition", "to_date", "365d", "theme=domestic_abuse"),
                    new Headline("victim_attrition", "to_date", "365d", ""))),
    ARCHIVE(
            "What the archive can tell (months; one bucket for violence and sexual offences)",
            List.of(
                    new Headline("recorded_offences", "recorded", "12m", "theme=violence_sexual"),
                    new Headline("outcome_recorded", "to_date", "12m", "theme=violence_sexual"),
                    new Headline("unable_to_prosecute", "settled_6m", "12m", "theme=violence_sexual"),
                    new Headline("charge_rate", "settled_6m", "12m", "theme=violence_sexual")));

    private final String title;
    private final List<Headline> headlines;

    /** One figure, by its place in the view {@code kpi_value}. */
    record Headline(String kpi, String basis, String window, String slice) {}

    HeadlineList(String title, List<Headline> headlines) {
        this.title = title;
        this.headlines = headlines;
    }

    String title() {
        return title;
    }

    List<Headline> headlines() {
        return headlines;
    }
}
