package vaiwg.board.report;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vaiwg.board.figures.PublishedMatter;
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
    private static final String ATTRITION = "victim_attrition";
    /** What counts that support ended: matters of it are called so whichever shows them. */
    private static final Set<String> OF_SUPPORT = Set.of(ATTRITION, "victim_does_not_support");
    /** Of the chart, in px: the page is full, and a line on a matter takes that much of it. */
    private static final int HEIGHT = 141;

    private static final int A_LINE = 17;

    private AbusePage() {}

    static Page of(Facts facts) {
        Block.FiguresTable abuse = facts.table(
                "Domestic abuse",
                facts.people("da_homicides", "", "Domestic homicides"),
                people(facts, ABUSE),
                facts.row(EVIDENTIAL, "", facts.title(EVIDENTIAL, "")),
                facts.rows("", "repeat_victimisation", "marac_high_risk_28d", "dvpo_within_48h"));
        Block.FiguresTable stalking = facts.table(
                "Stalking and harassment",
                people(facts, STALKING),
                facts.rows(
                        "",
                        "repeat_stalking_suspect",
                        "stalking_screened_7d",
                        "spo_applied_rate",
                        "spo_days_to_apply_median",
                        "spo_breach_rate"));
        Optional<Beside> open = firstTold(facts.material().matters().stream()
                .filter(matter -> OF_STALKING.contains(Slice.theme(matter.slice())))
                .flatMap(matter -> facts.matters(matter::equals).stream()
                        .map(said -> new Beside(said, unseen(matter, stalking)))));
        return Page.of(
                ID,
                "Domestic abuse and stalking",
                (new OpenMatters(facts.material()).named(THEMES) + " " + Shortfalls.here(abuse, stalking)).strip(),
                new Block.Pair(
                        Funnel.of(facts, "Domestic abuse: crimes, " + Facts.ALL, ABUSE),
                        Funnel.of(facts, "Stalking and harassment: crimes, " + Facts.ALL, STALKING)),
                abuse,
                open.map(beside -> ofMatter(stalking, abuse, beside)).orElse(stalking),
                charted(facts, HEIGHT - A_LINE * open.map(Beside::lines).orElse(0)),
                FollowUp.papersTable(facts));
    }

    /**
     * An open matter beside the figures of its theme.
     *
     * @param unseen why they do not show it; empty where they do
     */
    record Beside(Matter matter, String unseen) {
        private int lines() {
            return unseen.isEmpty() ? 1 : 2;
        }
    }

    /** The first whose numbers may be told. */
    static Optional<Beside> firstTold(Stream<Beside> matters) {
        return matters.filter(beside -> !beside.matter().text().isEmpty()).findFirst();
    }

    /**
     * The figures with a line on an open matter of them: what raised it and what it is now, as on pages 1 and 2. Of whom the figures are is left
     * to the table above, where that says it: the line takes its place.
     */
    static Block.FiguresTable ofMatter(Block.FiguresTable table, Block.FiguresTable above, Beside beside) {
        String own = above.note().contains(Facts.whoAre())
                ? table.note().replace(Facts.whoAre(), "").strip()
                : table.note();
        String matter = beside.matter().title() + ". " + beside.matter().text() + " " + beside.unseen();
        return new Block.FiguresTable(table.title(), (matter.strip() + " " + own).strip(), table.rows());
    }

    /**
     * Why attrition in the table says nothing of a matter that support ended: one of them counts other cases, or by other days. Empty where it
     * says the same, or the matter is of something else.
     */
    static String unseen(PublishedMatter matter, Block.FiguresTable table) {
        String theme = Slice.theme(matter.slice());
        boolean part = !theme.equals(STALKING);
        boolean early = matter.isEarlyWarning();
        return table.rows().stream()
                .filter(row -> OF_SUPPORT.contains(matter.kpi()) && (part || early))
                .filter(row -> row.figure().kpi().equals(ATTRITION))
                .filter(row -> row.state() != State.ACT && row.state() != State.WATCH)
                .findFirst()
                .map(row -> row.name() + " does not show it: that is "
                        + counted(part, SliceTitles.themeTitle(STALKING), early, "recording")
                        + "; this is "
                        + counted(part, SliceTitles.themeTitle(theme) + " alone", early, "the outcome")
                        + ".")
                .orElse("");
    }

    /** "of stalking alone, by the day of the outcome". */
    private static String counted(boolean themes, String theme, boolean days, String day) {
        return (themes ? "of " + ReportWords.lower(theme) : "")
                + (themes && days ? ", " : "")
                + (days ? "by the day of " + day : "");
    }

    private static Stream<Block.Row> people(Facts facts, String theme) {
        String slice = Slice.ofTheme(theme);
        return Stream.concat(
                facts.people(ATTRITION, slice, facts.title(ATTRITION, "")),
                facts.people("charge_rate", slice, facts.title("charge_rate", "")));
    }

    /** The chart of the first open matter of these themes that has one, to be acted on before to be watched; else of domestic abuse. */
    private static Block charted(Facts facts, int height) {
        return facts.material().matters().stream()
                .filter(matter -> THEMES.contains(Slice.theme(matter.slice())))
                .map(matter -> facts.chart(matter.kpi(), matter.slice(), height))
                .filter(chart -> !chart.isEmpty())
                .findFirst()
                .orElseGet(() -> facts.chart(ATTRITION, Slice.ofTheme(ABUSE), height));
    }
}
