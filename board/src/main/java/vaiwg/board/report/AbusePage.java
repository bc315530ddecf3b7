package vaiwg.board.report;

import java.util.stream.Stream;
import vaiwg.board.report.Verdicts.State;

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
                                facts.chart("victim_attrition", inTrouble(facts, abuse, stalking), 150))
                        .flatMap(blocks -> blocks));
    }

    /** Whose chart is shown: that which is to be acted on, or else to be watched; the other's newest two years are in its table. */
    private static String inTrouble(Facts facts, String abuse, String stalking) {
        return Stream.of(State.ACT, State.WATCH)
                .flatMap(state -> Stream.of(abuse, stalking)
                        .filter(slice -> facts.row("victim_attrition", slice).anyMatch(row -> row.state() == state)))
                .findFirst()
                .orElse(abuse);
    }
}
