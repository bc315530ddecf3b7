package vaiwg.board.files;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vaiwg.board.Tier;
import vaiwg.board.report.AnnexTable;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.AreaKnown;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.Better;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Edition;
import vaiwg.board.report.EstimatePoint;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.GovernancePage;
import vaiwg.board.report.Judgement;
import vaiwg.board.report.Matter;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.NumberTable.Entry;
import vaiwg.board.report.NumberTable.Part;
import vaiwg.board.report.OwnerComment;
import vaiwg.board.report.QualityPage;
import vaiwg.board.report.Report;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.SignalsPage;
import vaiwg.board.report.Statement;
import vaiwg.board.report.Summary;
import vaiwg.board.report.Target;
import vaiwg.board.report.Unit;
import vaiwg.board.report.Verdict;

/** A small report that has every part that a report may have; a title in it can be chosen. */
public final class SampleReport {
    public static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);
    public static final LocalDate BEFORE = LocalDate.of(2026, 10, 1);

    /** Themes that do not overlap, with their outcomes 16 and their crimes, and the total of them. */
    static final List<String> THEMES = List.of("rape", "other_sexual", "stalking_harassment");

    private static final int[] SUPPORT_ENDED = {1456, 1196, 14_340};
    private static final int[] RECORDED = {3972, 4540, 56_100};

    private final String title;

    private SampleReport(String title) {
        this.title = title;
    }

    public static Report of() {
        return titled("Victim attrition within 90 days");
    }

    /** With a title of one's choice for its first figure, its table, its area and its annex. */
    static Report titled(String title) {
        return new SampleReport(title).report();
    }

    public static Figure share(String kpi, String slice, LocalDate asAt, int numerator, int denominator) {
        double value = (double) numerator / denominator;
        return new Figure(
                kpi,
                "settled_90d",
                "12m",
                slice,
                asAt,
                Unit.SHARE,
                numerator,
                denominator,
                value,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }

    public static Figure count(String kpi, String slice, LocalDate asAt, int number) {
        return new Figure(
                kpi,
                "recorded",
                "12m",
                slice,
                asAt,
                Unit.COUNT,
                number,
                null,
                number,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }

    public static Figure without(String kpi, String slice, Figure.State state) {
        return new Figure(
                kpi,
                "settled_90d",
                "12m",
                slice,
                AS_AT,
                Unit.SHARE,
                null,
                null,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                state);
    }

    private Report report() {
        return new Report(
                edition(),
                summary(),
                List.of(area()),
                Optional.of(characteristics()),
                signals(),
                Optional.of(governance()),
                revisions(),
                quality(),
                List.of(new AnnexTable("Criminal Justice", title, "What it means.", annexTable())),
                false);
    }

    private GovernancePage governance() {
        Figure known = share("known", "theme=rape", AS_AT, 410, 1_200);
        return new GovernancePage(
                statement("One entry has figures."),
                List.of(new GovernancePage.Group(
                        title,
                        List.of(
                                new GovernancePage.Item(
                                        "a",
                                        title,
                                        "police forces",
                                        "The head",
                                        "",
                                        "2.2.2",
                                        List.of(score(title, known)),
                                        1,
                                        "",
                                        Optional.of(comment())),
                                new GovernancePage.Item(
                                        "b",
                                        "Training",
                                        "",
                                        "",
                                        "autumn 2021",
                                        "2.2.2",
                                        List.of(),
                                        0,
                                        "no event of a case",
                                        Optional.empty())))),
                List.of("Texts are the paper's."));
    }

    private static Edition edition() {
        TreeMap<String, String> through = new TreeMap<>();
        through.put("source", "SYNTHETIC");
        through.put("outcome", "2026-11-26T00:00Z");
        return new Edition(
                "west-midlands",
                "West Midlands Police",
                AS_AT,
                1,
                Tier.BOARD,
                Edition.Status.APPROVED,
                Optional.of(7),
                Optional.of(BEFORE),
                Optional.of(LocalDate.of(2025, 11, 26)),
                Instant.parse("2026-11-25T12:00:00Z"),
                Optional.of("The board's secretary"),
                Optional.empty(),
                "bf63435a8b99",
                Optional.of(LocalDate.of(2023, 11, 1)),
                through,
                true,
                true,
                false,
                false,
                false);
    }

    private Summary summary() {
        ScoreRow attrition = score(title, share("victim_attrition", "", AS_AT, 16_992, 64_612));
        ScoreRow few = score("Charged", without("charged", "theme=rape", Figure.State.NONE));
        return new Summary(
                List.of(statement("Rape: above its limit.")),
                List.of(
                        new Summary.Group(
                                2, "criminal-justice", "Criminal Justice", "The leads", List.of(attrition, few), false),
                        new Summary.Group(4, "complaints", "Complaints", "The lead", List.of(), true)),
                List.of("The icon judges the newest 28 days."));
    }

    private static ScoreRow score(String title, Figure figure) {
        return new ScoreRow(
                title,
                Better.DOWN,
                figure,
                false,
                new FigureChange(0.25, Unit.SHARE),
                new FigureChange(Double.NaN, Unit.SHARE),
                List.of(point(0), point(1)),
                new Judgement(Verdict.CONCERN, 1),
                Optional.of(new Target(0.3, Target.Assurance.HIT_OR_MISS, "Target: by 2027 (the plan).")),
                "");
    }

    private static BlockPoint point(int i) {
        LocalDate first = LocalDate.of(2026, 6, 1).plusDays(28L * i);
        double bound = i == 0 ? Double.NaN : 0.2;
        return new BlockPoint(
                first,
                first.plusDays(27),
                0.125 + i,
                bound,
                bound + 0.1,
                bound + 0.2,
                40 + i,
                320,
                new Judgement(Verdict.USUAL, 0),
                i == 0);
    }

    private AreaPage area() {
        return new AreaPage(
                2,
                "criminal-justice",
                title,
                "The leads",
                statement("In rape, support ends more often."),
                Optional.of(chart()),
                List.of(chart()),
                Optional.of(themes()),
                Optional.of(composition()),
                List.of(arms(), ends()),
                List.of(dots()),
                List.of(backlog()),
                List.of(score("Days until charged", percentile())),
                List.of(comment()),
                List.of("Limits were set again."),
                "basis settled_90d");
    }

    private static NumberTable arms() {
        Figure treatment = arm("treatment", 12, 50);
        Figure control = arm("control", 20, 50);
        return new NumberTable(
                "Suspected again by arm",
                "",
                "",
                List.of("Treatment: people", "Share", "Control: people", "Share (control)", "Difference"),
                List.of(new NumberTable.Row(
                        "Now",
                        "",
                        List.of(
                                new NumberTable.Entry.Of(treatment, NumberTable.Part.DENOMINATOR),
                                new NumberTable.Entry.Of(treatment, NumberTable.Part.VALUE),
                                new NumberTable.Entry.Of(control, NumberTable.Part.DENOMINATOR),
                                new NumberTable.Entry.Of(control, NumberTable.Part.VALUE),
                                new NumberTable.Entry.Apart(treatment, control)),
                        false)),
                "");
    }

    private static NumberTable ends() {
        Figure all = share("withdrawal_reason_recorded", "", AS_AT, 60, 110);
        Figure early = share("withdrawal_before_statement", "", AS_AT, 41, 80);
        Figure late = share("withdrawal_at_cps", "", AS_AT, 39, 80);
        return new NumberTable(
                "When support ended",
                "",
                "",
                List.of("All"),
                List.of(
                        row("Outcomes 16", new NumberTable.Entry.Of(all, NumberTable.Part.DENOMINATOR)),
                        row("Before a statement", new NumberTable.Entry.Of(early, NumberTable.Part.VALUE)),
                        row("At the CPS", new NumberTable.Entry.Of(late, NumberTable.Part.VALUE)),
                        row("Without a stage on record", new NumberTable.Entry.Rest(all, early))),
                "");
    }

    private static NumberTable.Row row(String title, NumberTable.Entry cell) {
        return new NumberTable.Row(title, "", List.of(cell), false);
    }

    private static Figure arm(String arm, int again, int people) {
        return new Figure(
                "easi_reoffending_90d",
                "stock",
                "all",
                "arm=" + arm,
                AS_AT,
                Unit.SHARE,
                again,
                people,
                (double) again / people,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }

    private static Figure percentile() {
        return new Figure(
                "days_until_charged",
                "assigned",
                "12m",
                "",
                AS_AT,
                Unit.DAYS,
                43,
                61,
                43,
                38.5,
                51.25,
                Figure.State.SHOWN);
    }

    /** The paper's table: of each theme the crimes, those where support ended, and the share. */
    private NumberTable themes() {
        List<NumberTable.Row> rows = new ArrayList<>();
        int ended = 0;
        int recorded = 0;
        for (int i = 0; i < THEMES.size(); i++) {
            rows.add(themeRow(THEMES.get(i), "theme=" + THEMES.get(i), SUPPORT_ENDED[i], RECORDED[i], false));
            ended += SUPPORT_ENDED[i];
            recorded += RECORDED[i];
        }
        rows.add(themeRow("All", "", ended, recorded, true));
        return new NumberTable(
                title,
                "Recorded in a year",
                "Theme",
                List.of("Recorded", "Outcome 16", "%", "Since 1 Oct", "Remark"),
                rows,
                "No ending rose instead.");
    }

    private static NumberTable.Row themeRow(String title, String slice, int ended, int recorded, boolean total) {
        Figure figure = share("victim_attrition", slice, AS_AT, ended, recorded);
        return new NumberTable.Row(
                title,
                total ? "each crime once" : "",
                List.of(
                        new Entry.Of(figure, Part.DENOMINATOR),
                        new Entry.Of(figure, Part.NUMERATOR),
                        new Entry.Of(figure, Part.VALUE),
                        new Entry.Moved(new FigureChange(-3.5, Unit.SHARE)),
                        new Entry.Text("-")),
                total);
    }

    private static NumberTable annexTable() {
        return new NumberTable(
                "Recorded offences",
                "",
                "Theme",
                List.of("Count"),
                List.of(new NumberTable.Row(
                        "Rape",
                        "",
                        List.of(new Entry.Of(count("recorded_offences", "theme=rape", AS_AT, 4099), Part.VALUE)),
                        false)),
                "");
    }

    private static Composition composition() {
        return new Composition(
                "Where cases stand after 90 days",
                "%",
                List.of("Outcome 16", "Outcome 14", "Open"),
                List.of(
                        new Composition.Bar("Rape", List.of(0.25, 0.125, 0.625), 400, false),
                        new Composition.Bar("Other sexual offences", List.of(0.5, 0.25, 0.25), 800, false),
                        new Composition.Bar("All", List.of(500 / 1200.0, 250 / 1200.0, 450 / 1200.0), 1200, true)),
                "Three bars.");
    }

    private static AreaDots dots() {
        Figure solihull = share("victim_attrition", "lpa=solihull", AS_AT, 301, 1000);
        Figure dudley = share("victim_attrition", "lpa=dudley", AS_AT, 290, 1001);
        return new AreaDots(
                "No policing area differs",
                "Recorded in a year",
                List.of(new AreaDots.Column(
                        "Rape",
                        0.3125,
                        List.of(
                                new AreaDots.Dot("Solihull", solihull, 0.28, 0.34, 0.26, 0.36, false, false),
                                new AreaDots.Dot(
                                        "Dudley", dudley, Double.NaN, Double.NaN, 0.255, 0.365, true, false)))),
                "One of two lies outside by chance.",
                "Two dots.");
    }

    private static Backlog backlog() {
        return new Backlog(
                "CPS backlog",
                "Overdue",
                share("cps_overdue", "", AS_AT, 6, 72),
                List.of(new Backlog.Level(BEFORE, 9), new Backlog.Level(AS_AT, 6)),
                Optional.of(share("cps_overdue_mean", "", AS_AT, 7, 71)),
                "13 was the baseline.",
                "A bar a period.");
    }

    private static BlockChart chart() {
        return new BlockChart(
                "victim_attrition",
                "theme=rape",
                "Rape: above its upper limit",
                "% of those recorded in each 28 days",
                "Rape",
                Unit.SHARE,
                List.of(point(0), point(1), point(2)),
                List.of(new EstimatePoint(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 28), 0.3175, 0.25, 0.4)),
                List.of(new BlockChart.Rebase(LocalDate.of(2026, 3, 1), "†", "Counting rules changed.")),
                List.of(new BlockChart.Dated(LocalDate.of(2026, 4, 1), 1, "1 April 2026: posts")),
                2,
                Optional.of(point(-10)),
                "It rose.");
    }

    private static CharacteristicsPage characteristics() {
        return new CharacteristicsPage(
                "The lead for recording",
                statement("We know the ethnicity of one victim in three."),
                "Known within 7 days of recording",
                List.of("Rape", "All"),
                List.of(new CharacteristicsPage.Row(
                        "Ethnicity",
                        "",
                        List.of(
                                share("ethnicity_known", "theme=rape", AS_AT, 1457, 4032),
                                share("ethnicity_known", "", AS_AT, 41_090, 115_851)),
                        share("ethnicity_asked", "", AS_AT, 51_000, 115_851),
                        share("ethnicity_declined", "", AS_AT, 10_001, 115_851),
                        share("ethnicity_alike", "", AS_AT, 4_017, 5_201),
                        new FigureChange(-0.75, Unit.SHARE))),
                Optional.of(chart()),
                Optional.of(composition()),
                List.of(dots()),
                List.of("Unknown is not asked."));
    }

    private static SignalsPage signals() {
        Matter matter = new Matter(
                new Judgement(Verdict.CONCERN, 1),
                "Rape: attrition",
                "Criminal Justice",
                4,
                LocalDate.of(2026, 7, 24),
                "49.3% closed without support.",
                Matter.State.ACT,
                Optional.of(comment()),
                63,
                List.of("17", "18"));
        return new SignalsPage(
                statement("One matter needs action."),
                List.of(matter),
                List.of(BEFORE, AS_AT),
                List.of(new SignalsPage.Line(
                        "Rape", List.of(Optional.empty(), Optional.of(new Judgement(Verdict.CONCERN, 1))))),
                List.of(statement("Entries were corrected.")),
                "A signal is a period outside the limits.");
    }

    private static OwnerComment comment() {
        return new OwnerComment(
                "Rape: attrition",
                "Two posts were vacant.",
                "Both are filled.",
                "The leads",
                "logged in as lead.cj",
                AS_AT,
                false);
    }

    private static RevisionsPage revisions() {
        Figure published = share("victim_attrition", "", BEFORE, 16_875, 60_000);
        Figure now = share("victim_attrition", "", BEFORE, 16_890, 60_010);
        return new RevisionsPage(
                statement("Revised little."),
                List.of(new RevisionsPage.Row(
                        "Victim attrition",
                        published,
                        now,
                        new FigureChange(0.03125, Unit.SHARE),
                        List.of(
                                new RevisionsPage.Cause("recorded late", 17, 12),
                                new RevisionsPage.Cause("cancelled", -2, -2)))),
                List.of("By the causes that are known."));
    }

    private static QualityPage quality() {
        return new QualityPage(
                "The lead for data",
                List.of(new QualityPage.Line(
                        Optional.of(Judgement.of(Verdict.USUAL)), true, "On time", "All sources arrived.")),
                List.of(
                        AreaKnown.of("Victim attrition", share("victim_attrition", "", AS_AT, 0, 1), 700, 4_000),
                        AreaKnown.of(
                                "Rape: victim attrition",
                                share("victim_attrition", "theme=rape", AS_AT, 0, 1),
                                30,
                                3_972)),
                List.of(new QualityPage.Definition("Estimate", "What the newest weeks point to.")),
                List.of(new QualityPage.Definition("Victim attrition", "Outcome 16.")));
    }

    private static Statement statement(String headline) {
        return new Statement(
                Optional.of(new Judgement(Verdict.CONCERN, 1)),
                headline,
                "1,456 of 3,972.",
                Optional.of("criminal-justice"));
    }
}
