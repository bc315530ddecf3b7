package vaiwg.board.report;

import java.util.stream.Stream;

/** Domestic abuse and stalking. */
final class AbusePage {
    static final String ID = "domestic-abuse-and-stalking";
    private static final String ABUSE = "domestic_abuse";
    private static final String STALKING = "stalking_harassment";

    private AbusePage() {}

    static Page of(Facts facts) {
        String abuse = Slices.ofTheme(ABUSE);
        String stalking = Slices.ofTheme(STALKING);
        return Page.of(
                ID,
                "Domestic abuse and stalking",
                "",
                Stream.of(
                                Stream.<Block>of(new Block.Pair(
                                        Funnel.of(facts, "Domestic abuse: of every report", ABUSE),
                                        Funnel.of(facts, "Stalking and harassment: of every report", STALKING))),
                                Stream.<Block>of(facts.table(
                                        "Domestic abuse",
                                        Stream.of(
                                                        facts.row("da_homicides", ""),
                                                        facts.row("victim_attrition", abuse),
                                                        facts.row("evidential_difficulty_da", ""),
                                                        facts.row("charge_rate", abuse),
                                                        facts.row("repeat_victimisation", ""),
                                                        facts.row("marac_high_risk_28d", ""),
                                                        facts.row("dvpo_within_48h", ""))
                                                .flatMap(rows -> rows))),
                                facts.chart("victim_attrition", abuse, 150),
                                Stream.<Block>of(facts.table(
                                        "Stalking and harassment",
                                        Stream.of(
                                                        facts.row("victim_attrition", stalking),
                                                        facts.row("charge_rate", stalking),
                                                        facts.row("repeat_stalking_suspect", ""),
                                                        facts.row("stalking_screened_7d", ""),
                                                        facts.row("spo_applied_rate", ""),
                                                        facts.row("spo_days_to_apply_median", ""),
                                                        facts.row("spo_breach_rate", ""))
                                                .flatMap(rows -> rows))),
                                facts.chart("victim_attrition", stalking, 150))
                        .flatMap(blocks -> blocks));
    }
}
