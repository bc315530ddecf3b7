package vaiwg.board.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.kpis.catalogue.Slice;

/** Domestic abuse and stalking. */
final class AbusePage {
    static final String ID = "domestic-abuse-and-stalking";
    private static final String ABUSE = "domestic_abuse";
    /** Called with for how long its cases are followed: a table of outcomes in 90 days stands on a dashboard. */
    private static final String EVIDENTIAL = "evidential_difficulty_da";

    private static final String STALKING = "stalking_harassment";
    private static final Set<String> OF_STALKING = Set.of(STALKING, "stalking", "harassment");
    private static final Set<String> THEMES = Set.of(ABUSE, STALKING, "stalking", "harassment");
    /** Of the chart, in px: the page is full, and a line on a matter takes that much of it. */
    private static final int HEIGHT = 124;

    private static final int A_LINE = 17;

    private AbusePage() {}

    static Page of(Facts facts) {
        Block.FiguresTable abuse = facts.table(
                "Domestic abuse",
                Stream.of(
                                facts.people("da_homicides", "", "Domestic homicides"),
                                people(facts, ABUSE),
                                facts.row(EVIDENTIAL, "", facts.title(EVIDENTIAL, "")),
                                facts.rows("", "repeat_victimisation", "marac_high_risk_28d", "dvpo_within_48h"))
                        .flatMap(rows -> rows));
        Block.FiguresTable stalking = facts.table(
                "Stalking and harassment",
                Stream.concat(
                        people(facts, STALKING),
                        facts.rows(
                                "",
                                "repeat_stalking_suspect",
                                "stalking_screened_7d",
                                "spo_applied_rate",
                                "spo_days_to_apply_median",
                                "spo_breach_rate")));
        Block.FiguresTable withMatter =
                ofMatter(stalking, abuse, facts.matters(matter -> OF_STALKING.contains(Slice.theme(matter.slice()))));
        return Page.of(
                ID,
                "Domestic abuse and stalking",
                (new OpenMatters(facts.material()).named(THEMES) + " " + Shortfalls.here(abuse, stalking)).strip(),
                new Block.Pair(
                        Funnel.of(facts, "Domestic abuse: crimes, " + Facts.ALL, ABUSE),
                        Funnel.of(facts, "Stalking and harassment: crimes, " + Facts.ALL, STALKING)),
                abuse,
                withMatter,
                facts.chart(
                        "victim_attrition",
                        inTrouble(facts, Slice.ofTheme(ABUSE), Slice.ofTheme(STALKING)),
                        withMatter.equals(stalking) ? HEIGHT : HEIGHT - A_LINE),
                FollowUp.papersTable(facts));
    }

    /**
     * The figures with a line on the first open matter of them: what raised it and what it is now, as on pages 1 and 2. Of whom the figures are is
     * left to the table above, where that says it: the line takes its place.
     */
    static Block.FiguresTable ofMatter(Block.FiguresTable table, Block.FiguresTable above, List<Matter> matters) {
        String own = above.note().contains(Facts.whoAre())
                ? table.note().replace(Facts.whoAre(), "").strip()
                : table.note();
        return matters.stream()
                .filter(matter -> !matter.text().isEmpty())
                .findFirst()
                .map(matter -> new Block.FiguresTable(
                        table.title(), (matter.title() + ". " + matter.text() + " " + own).strip(), table.rows()))
                .orElse(table);
    }

    private static Stream<Block.Row> people(Facts facts, String theme) {
        String slice = Slice.ofTheme(theme);
        return Stream.concat(
                facts.people("victim_attrition", slice, facts.title("victim_attrition", "")),
                facts.people("charge_rate", slice, facts.title("charge_rate", "")));
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
