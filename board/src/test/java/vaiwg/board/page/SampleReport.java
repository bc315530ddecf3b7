package vaiwg.board.page;

import vaiwg.kpis.reference.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Commitments;

/** Reports of invented figures: one as usual, one of a force that has just begun, one of a large one with much to say. */
final class SampleReport {
    static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);
    private static final LocalDate NEWEST = LocalDate.of(2026, 8, 20);
    private static final List<String> THEMES =
            List.of("Rape", "Other sexual offences", "Stalking and harassment", "Domestic abuse");
    private static final List<String> PLACES =
            List.of("Birmingham", "Coventry", "Sandwell", "Walsall", "Dudley", "Wolverhampton", "Solihull");
    private static final List<String> AREAS = List.of(
            "Safety in Public",
            "Criminal Justice",
            "Offender and Suspect Management",
            "Recording of Crimes and Incidents",
            "Our Behaviour",
            "Be Intelligence and Data informed",
            "Engagement, Insight and Communications");

    private final Random random = new Random(20261126);
    private final int places;
    private final int matters;
    private final boolean large;

    private SampleReport(int places, int matters, boolean large) {
        this.places = places;
        this.matters = matters;
        this.large = large;
    }

    /** Three years of history, seven areas, seven matters. */
    static Report usual() {
        return new SampleReport(7, 7, false).report();
    }

    /** Sixty policing areas, forty matters, an annex of many tables. */
    static Report much() {
        return new SampleReport(60, 40, true).report();
    }

    /** One week of history, two streams: no report before, no chart, no signal, no characteristics. */
    static Report little() {
        Edition edition = new Edition(
                "new-force",
                "New Force Constabulary",
                AS_AT,
                1,
                Tier.BOARD,
                Edition.Status.UNREGISTERED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-11-26T06:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                "bf63435a8b99",
                Optional.of(LocalDate.of(2026, 11, 19)),
                new TreeMap<>(),
                false,
                false,
                true,
                true,
                false);
        FigureChange unknown = new FigureChange(Double.NaN, Unit.COUNT);
        ScoreRow row = new ScoreRow(
                "Recorded offences",
                Better.NEITHER,
                count("recorded_offences", "", 41),
                false,
                unknown,
                unknown,
                List.of(),
                Judgement.of(Verdict.NO_LIMITS),
                Optional.empty(),
                "");
        ScoreRow none = new ScoreRow(
                "Victim attrition within 90 days",
                Better.DOWN,
                new Figure(
                        "attrition",
                        "settled_90d",
                        "12m",
                        "",
                        AS_AT,
                        Unit.SHARE,
                        null,
                        null,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Figure.State.NONE),
                false,
                unknown,
                unknown,
                List.of(),
                Judgement.of(Verdict.NOT_CHARTED),
                Optional.empty(),
                "");
        Summary summary = new Summary(
                List.of(new Statement(
                        Optional.empty(), "The force’s first report:", "a week of records.", Optional.empty())),
                List.of(new Summary.Group(
                        6, "intelligence", "Be Intelligence and Data informed", "", List.of(row, none), false)),
                List.of());
        BlockChart begun = new BlockChart(
                "recorded_offences",
                "",
                "One period so far",
                "Crimes recorded.",
                "All",
                Unit.COUNT,
                List.of(new BlockPoint(
                        AS_AT.minusDays(28),
                        AS_AT.minusDays(1),
                        41,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        41,
                        null,
                        Judgement.of(Verdict.NO_LIMITS),
                        false)),
                List.of(),
                List.of(),
                List.of(),
                0,
                Optional.empty(),
                "41 crimes in the first period; no limits yet.");
        AreaPage area = new AreaPage(
                6,
                "intelligence",
                "Be Intelligence and Data informed",
                "",
                plain("One week of records.", ""),
                Optional.of(begun),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(row, none),
                List.of(),
                List.of(),
                "");
        return new Report(
                edition,
                summary,
                List.of(area),
                Optional.empty(),
                new SignalsPage(
                        plain("No signal.", "No chart has limits yet."),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        ""),
                Optional.empty(),
                new RevisionsPage(plain("Nothing was published before.", ""), List.of(), List.of()),
                new QualityPage("", List.of(), List.of(), List.of(), List.of()),
                List.of(),
                false);
    }

    private Report report() {
        return new Report(
                edition(),
                summary(),
                areas(),
                Optional.of(characteristics()),
                signals(),
                Optional.of(governance()),
                revisions(),
                quality(),
                annex(),
                false);
    }

    /** The shipped registers, with invented figures. */
    private GovernancePage governance() {
        List<GovernancePage.Group> groups = Commitments.of(Sites.shipped()).stream()
                .collect(Collectors.groupingBy(Commitment::set, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(set -> new GovernancePage.Group(
                        set.getKey(), set.getValue().stream().map(this::item).toList()))
                .toList();
        return new GovernancePage(
                plain("21 entries have figures that show where they are.", "Two have an open matter."),
                groups,
                List.of("Texts, owners and dates are the paper’s."));
    }

    private GovernancePage.Item item(Commitment entry) {
        List<ScoreRow> rows = entry.measures().stream()
                .map(seen -> row(
                        seen.slice().isEmpty()
                                ? "What this measure is called here"
                                : "Rape: what this measure is called",
                        Better.UP,
                        share(seen.measure(), seen.slice(), 41_090, 115_851),
                        0.1,
                        -0.2,
                        Verdict.USUAL,
                        0))
                .toList();
        return new GovernancePage.Item(
                entry.id(),
                entry.text(),
                entry.addressed(),
                entry.owner(),
                entry.when(),
                entry.section(),
                rows,
                rows.size() == 3 ? 2 : 0,
                entry.note(),
                entry.number() > 1
                        ? Optional.of(new OwnerComment(
                                "On course",
                                "",
                                "Half of the posts are filled.",
                                "The head of crime",
                                "logged in as h.crime",
                                AS_AT,
                                false))
                        : Optional.empty());
    }

    private Edition edition() {
        TreeMap<String, String> through = new TreeMap<>();
        through.put("crimes", "26 Nov 2026 00:00");
        through.put("outcomes", "26 Nov 2026 00:00");
        return new Edition(
                "west-midlands",
                "West Midlands Police",
                AS_AT,
                1,
                Tier.BOARD,
                Edition.Status.ISSUED,
                Optional.of(7),
                Optional.of(LocalDate.of(2026, 10, 1)),
                Optional.of(LocalDate.of(2025, 11, 27)),
                Instant.parse("2026-11-26T09:30:00Z"),
                Optional.of("Assistant Chief Constable, Crime"),
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
        List<Statement> changes = List.of(
                said(
                        Verdict.CONCERN,
                        1,
                        "Rape: victims’ support ends more often.",
                        "Of 371 rapes recorded 24 Jul to 20 Aug, 173 ended so within 90 days: 46.6%; usual is 32.4%. Third period of"
                                + " 28 days in a row above the upper limit.",
                        slug(1)),
                said(
                        Verdict.CHANGE,
                        1,
                        "More crimes are recorded:",
                        "8,862 in the newest 28 days; usual is 8,550; 8,642 in the same weeks a year ago. Above the average for the"
                                + " ninth period, as last summer. It may be more reporting or recording.",
                        slug(5)),
                said(
                        Verdict.USUAL_RISE,
                        0,
                        "Open crimes grow older, as they have for a year:",
                        "22,304 of 38,030 (58.6%) have been open for more than 90 days; 55.8% in the last report, 52.4% a year ago.",
                        slug(5)),
                said(
                        Verdict.TOO_FEW,
                        0,
                        "CPS:",
                        "4 submissions are overdue (7 in the last report), and 6 action plans are overdue with us (3).",
                        slug(1)),
                said(
                        Verdict.NO_LIMITS,
                        0,
                        "No signal was answered by its owner within 14 days:",
                        "0 of 130 in the year. Seven matters are open today.",
                        "signals"),
                plain(
                        "Better than a year ago:",
                        "all five duties of the Victims’ Code were met in 39% of audits (449 of 1,146), up from 35%. Four more"
                                + " matters are to be watched; all else varies as usual."));
        return new Summary(changes, groups(), List.of("Targets are those that the Board set on 2 July 2026."));
    }

    private List<Summary.Group> groups() {
        String early = "Its icon and band are of outcome 16 within 28 days, which is known sooner.";
        return List.of(
                group(
                        0,
                        "Lead: Chief Superintendent",
                        row(
                                "Offences in public places",
                                Better.NEITHER,
                                count("public_places", "", 6325),
                                28,
                                77,
                                Verdict.USUAL,
                                0),
                        row(
                                "Suspect named within 28 days",
                                Better.UP,
                                share("suspect_named", "", 4455, 6339),
                                -0.1,
                                0,
                                Verdict.USUAL,
                                0)),
                group(
                        1,
                        "Leads: two Superintendents",
                        noted(
                                row(
                                        "Victim attrition within 90 days",
                                        Better.DOWN,
                                        share("attrition", "", 39198, 116020),
                                        0.1,
                                        0.2,
                                        Verdict.CONCERN,
                                        1),
                                early),
                        row(
                                "Charged within 180 days",
                                Better.UP,
                                share("charged", "", 7297, 114821),
                                0,
                                -0.1,
                                Verdict.USUAL,
                                0),
                        counted(row(
                                "Overdue with the CPS",
                                Better.DOWN,
                                share("cps_overdue", "", 4, 72),
                                -3,
                                -4,
                                Verdict.TOO_FEW,
                                0))),
                group(
                        2,
                        "Lead: Chief Superintendent",
                        row(
                                "Stalking orders sought, per 100",
                                Better.UP,
                                rate("stalking_orders", "", 124, 7593),
                                0,
                                0.3,
                                Verdict.USUAL,
                                0),
                        row(
                                "EASI programme completed",
                                Better.UP,
                                few("course_completed", "", 56, 88, 0.532, 0.729),
                                0,
                                -0.5,
                                Verdict.NO_LIMITS,
                                0)),
                group(
                        3,
                        "Lead: Chief Superintendent",
                        row(
                                "Victim’s ethnicity known",
                                Better.UP,
                                share("ethnicity_known", "", 41090, 115851),
                                0.1,
                                -0.2,
                                Verdict.USUAL,
                                0),
                        aimed(
                                row(
                                        "Recorded within 24 hours",
                                        Better.UP,
                                        share("recorded_24h", "", 106844, 116175),
                                        0,
                                        -0.1,
                                        Verdict.USUAL,
                                        0),
                                0.9,
                                Target.Assurance.MEETS)),
                new Summary.Group(5, slug(4), AREAS.get(4), "Lead: Chief Superintendent", List.of(), true),
                group(
                        5,
                        "Lead: Chief Superintendent",
                        row(
                                "Strategy offences, all victims",
                                Better.NEITHER,
                                count("recorded_offences", "", 116665),
                                393,
                                2829,
                                Verdict.CHANGE,
                                1),
                        row(
                                "Open for more than 90 days",
                                Better.DOWN,
                                share("open_90", "", 22304, 38030),
                                2.8,
                                6.3,
                                Verdict.USUAL_RISE,
                                0),
                        row(
                                "Signals answered within 14 days",
                                Better.UP,
                                few("answered_14d", "", 0, 130, 0, 0.028),
                                0,
                                0,
                                Verdict.NO_LIMITS,
                                0)),
                group(
                        6,
                        "Leads: two, one a Chief Superintendent",
                        aimed(
                                row(
                                        "Victim told of decision in time",
                                        Better.UP,
                                        share("told_in_time", "", 45284, 73562),
                                        0.1,
                                        0.4,
                                        Verdict.USUAL,
                                        0),
                                0.9,
                                Target.Assurance.MISSES),
                        aimed(
                                row(
                                        "Referred to support in 2 days",
                                        Better.UP,
                                        share("referred", "", 59783, 115851),
                                        -0.1,
                                        -0.1,
                                        Verdict.USUAL,
                                        0),
                                0.5,
                                Target.Assurance.HIT_OR_MISS)));
    }

    private Summary.Group group(int area, String owner, ScoreRow... rows) {
        return new Summary.Group(area + 1, slug(area), AREAS.get(area), owner, List.of(rows), false);
    }

    private List<AreaPage> areas() {
        List<AreaPage> areas = new ArrayList<>();
        for (int i = 0; i < AREAS.size(); i++) {
            if (i != 4) {
                areas.add(area(i));
            }
        }
        return areas;
    }

    private AreaPage area(int i) {
        List<BlockChart> multiples = new ArrayList<>();
        double[] centres = {0, 0.27, 0.26, 0.42};
        for (int theme = 1; theme < THEMES.size(); theme++) {
            multiples.add(chart(THEMES.get(theme), centres[theme], 900 * theme, false, theme == 1));
        }
        List<ScoreRow> figures = new ArrayList<>();
        figures.add(row(
                "Rape: charged within 180 days",
                Better.UP,
                few("charged", "theme=rape", 31, 913, 0.024, 0.048),
                0.2,
                -0.4,
                Verdict.TOO_FEW,
                0));
        figures.add(row(
                "Rape: evidential difficulties, 14–16",
                Better.DOWN,
                share("evidential", "theme=rape", 1968, 3972),
                3,
                5,
                Verdict.CONCERN,
                1));
        figures.add(row(
                "Stage and reason recorded",
                Better.UP,
                share("stage_reason", "", 26323, 48132),
                0,
                -0.3,
                Verdict.USUAL,
                0));
        figures.add(row(
                "Rape: half of outcomes 16 within",
                Better.NEITHER,
                days("median_16", "theme=rape", 54, 2265),
                0,
                -1,
                Verdict.BETTER,
                -1));
        figures.add(row(
                "CPS: half of decisions within",
                Better.DOWN,
                days("cps_median", "", 19, 1511),
                1,
                0,
                Verdict.NOT_CHARTED,
                0));
        figures.add(new ScoreRow(
                "Conduct matters upheld",
                Better.NEITHER,
                new Figure(
                        "conduct",
                        "recorded",
                        "12m",
                        "",
                        AS_AT,
                        Unit.COUNT,
                        null,
                        null,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Figure.State.SUPPRESSED),
                false,
                new FigureChange(Double.NaN, Unit.COUNT),
                new FigureChange(Double.NaN, Unit.COUNT),
                List.of(),
                Judgement.of(Verdict.TOO_FEW),
                Optional.empty(),
                "Fewer than five people, or what would give them away."));
        for (int more = 0; large && more < 18; more++) {
            figures.add(row(
                    "A further figure of this area, number " + (more + 7),
                    Better.UP,
                    share("further_" + more, "", 3000 + more, 9000),
                    0.1,
                    0.2,
                    Verdict.USUAL,
                    0));
        }
        return new AreaPage(
                i + 1,
                slug(i),
                AREAS.get(i),
                "Owners: the leads for " + AREAS.get(i),
                said(
                        Verdict.CONCERN,
                        1,
                        "In rape, victims’ support ends more often than it did, and the service should find out why.",
                        "The other themes vary as usual; in domestic abuse the early reading (28 days) is to be watched. Attrition"
                                + " measures the service that victims were given, never the victim.",
                        "signals"),
                Optional.of(i == 5 ? volumes() : chart("Rape", 0.324, 371, true, false)),
                multiples,
                Optional.of(table()),
                Optional.of(composition()),
                i == 1 ? List.of(ends()) : List.of(),
                List.of(dots(4)),
                i == 1
                        ? List.of(
                                backlog("CPS backlog: 4 overdue there", 4, 72),
                                backlog("Action plans overdue with us", 6, 24))
                        : List.of(),
                figures,
                List.of(
                        new OwnerComment(
                                "Rape: support ends more often",
                                "two posts of independent advisers for rape were vacant from April to July; first contact after the"
                                        + " report took nine days instead of three.",
                                "both posts filled since 1 October; every rape victim is offered an adviser within two days.",
                                "Leads for Criminal Justice",
                                "logged in as lead.cj",
                                LocalDate.of(2026, 11, 20),
                                false),
                        OwnerComment.asked(
                                "Domestic abuse: early support ends more often", "Leads for Criminal Justice", null)),
                List.of(
                        "† 1 March 2024: offences of the Online Safety Act enter the counting rules; limits are set again.",
                        "‡ A mark that any crime may bear: the row overlaps the others, so rows do not add up to the total."),
                "Basis settled_90d, chart matured_90d, estimate incidence_90d.");
    }

    private BlockChart chart(String name, double centre, int of, boolean rising, boolean rebase) {
        List<BlockPoint> points = new ArrayList<>();
        double sigma = Math.sqrt(centre * (1 - centre) / of);
        int periods = 36;
        for (int i = 0; i < periods; i++) {
            boolean signal = rising && i >= periods - 3;
            int cases = of + random.nextInt(30);
            double value =
                    signal ? centre + (0.082 + 0.03 * (i - periods + 3)) : centre + 0.9 * sigma * random.nextGaussian();
            LocalDate last = NEWEST.minusDays(28L * (periods - 1 - i));
            int numerator = (int) Math.round(value * cases);
            double width = 3 * Math.sqrt(centre * (1 - centre) / cases);
            points.add(new BlockPoint(
                    last.minusDays(27),
                    last,
                    (double) numerator / cases,
                    centre - width,
                    centre,
                    centre + width,
                    numerator,
                    cases,
                    new Judgement(signal ? Verdict.CONCERN : Verdict.USUAL, signal ? 1 : 0),
                    false));
        }
        List<EstimatePoint> tail = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            LocalDate last = NEWEST.plusDays(28L * i);
            double value = points.get(periods - 1).value() - 0.01 * i;
            tail.add(new EstimatePoint(last.minusDays(27), last, value, value - 2 * sigma, value + 2 * sigma));
        }
        String finding = rising
                ? name + ": attrition above its upper limit for the third period running"
                : name + ": attrition as usual";
        return new BlockChart(
                "attrition",
                "theme=" + name,
                finding,
                "Crimes that ended with outcome 16 (named suspect, victim does not support) within 90 days, % of those recorded in each"
                        + " 28 days.",
                name,
                Unit.SHARE,
                points,
                tail,
                rebase
                        ? List.of(new BlockChart.Rebase(
                                LocalDate.of(2024, 3, 1), "†", "offences of the Online Safety Act enter."))
                        : List.of(),
                name.equals("Ethnicity") ? List.of() : dated(rebase),
                rising ? 12 : 0,
                Optional.empty(),
                "Newest value with its number of cases, what is usual, the limits, three signals, and the estimate of "
                        + name + ".");
    }

    private static List<BlockChart.Dated> dated(boolean several) {
        BlockChart.Dated posts = new BlockChart.Dated(
                LocalDate.of(2025, 4, 1),
                1,
                "1 April 2025: 88 posts for domestic abuse (the constables in April 2025)");
        BlockChart.Dated recommended = new BlockChart.Dated(
                LocalDate.of(2025, 5, 6),
                2,
                "6 May 2025: Record the stages when, and the reasons why, victims withdraw support (published 6 May 2025)");
        return several ? List.of(posts, recommended) : List.of(posts);
    }

    private BlockChart volumes() {
        List<BlockPoint> points = new ArrayList<>();
        for (int i = 0; i < 39; i++) {
            LocalDate last = AS_AT.minusDays(1 + 28L * (38 - i));
            int number = 8550 + (int) (320 * Math.sin((i + 3) * 2 * Math.PI / 13)) + random.nextInt(90);
            boolean signal = i >= 30 || (i >= 4 && i < 7);
            points.add(new BlockPoint(
                    last.minusDays(27),
                    last,
                    number,
                    8050.2,
                    8550.4,
                    9050.7,
                    number,
                    null,
                    new Judgement(signal ? Verdict.CHANGE : Verdict.USUAL, signal ? 1 : 0),
                    false));
        }
        return new BlockChart(
                "recorded_offences",
                "",
                "More crimes recorded than the average, for the ninth period",
                "Crimes recorded in each 28 days.",
                "All",
                Unit.COUNT,
                points,
                List.of(),
                List.of(),
                List.of(),
                13,
                Optional.of(points.get(25)),
                "The newest count, what is usual, the limits, nine signals.");
    }

    private NumberTable table() {
        List<NumberTable.Row> rows = new ArrayList<>();
        int[][] numbers = {{1456, 3972}, {1196, 4540}, {14340, 56100}, {29595, 70635}, {39198, 116020}};
        for (int i = 0; i < numbers.length; i++) {
            boolean total = i == numbers.length - 1;
            Figure figure = share("attrition", total ? "" : "theme=" + i, numbers[i][0], numbers[i][1]);
            rows.add(new NumberTable.Row(
                    total ? "All, each once" : THEMES.get(i),
                    i == 3 ? "‡" : "",
                    List.of(
                            new NumberTable.Entry.Of(figure, NumberTable.Part.DENOMINATOR),
                            new NumberTable.Entry.Of(figure, NumberTable.Part.NUMERATOR),
                            new NumberTable.Entry.Of(figure, NumberTable.Part.VALUE),
                            new NumberTable.Entry.Moved(new FigureChange(3.2 - i, Unit.SHARE)),
                            new NumberTable.Entry.Moved(new FigureChange(4.4 - 1.2 * i, Unit.SHARE))),
                    total));
        }
        return new NumberTable(
                "Outcome 16 within 90 days, by theme",
                "Recorded 28 August 2025 to 27 August 2026; changes in points",
                "Theme",
                List.of("Recorded", "Outcome 16", "%", "Since 1 Oct", "In a year"),
                rows,
                "No ending rose instead: outside outcome 16 no share of rapes moved by more than 0.4 points in a year.");
    }

    /** Those of a reason on record have a stage too. */
    private static NumberTable ends() {
        IntFunction<Figure> all = theme -> share("ended", "theme=" + theme, ended(theme, 1), ended(theme, 3));
        List<NumberTable.Row> rows = new ArrayList<>();
        rows.add(end("Outcomes 16", true, theme -> new Entry.Of(all.apply(theme), Part.DENOMINATOR)));
        rows.addAll(ends(
                "stage", all, 2, List.of("Before a statement", "After a statement", "At the CPS", "Another stage")));
        rows.addAll(ends(
                "reason",
                all,
                1,
                List.of(
                        "Fear of reprisal",
                        "Length of the process",
                        "Concern about court",
                        "Not kept informed",
                        "Other support chosen",
                        "Request for a device",
                        "None given",
                        "Another reason")));
        return new NumberTable(
                "When, and why, support ended",
                "With an outcome 26 November 2025 to 25 November 2026; stages and reasons in % of those that record one",
                "Stage or reason",
                THEMES,
                rows,
                "");
    }

    private static List<NumberTable.Row> ends(String what, IntFunction<Figure> all, int thousands, List<String> parts) {
        IntFunction<Figure> first = theme -> part(parts.get(0), theme, ended(theme, thousands));
        List<NumberTable.Row> rows = new ArrayList<>();
        rows.add(end(
                "With a " + what + " on record", true, theme -> new Entry.Of(first.apply(theme), Part.DENOMINATOR)));
        parts.forEach(part -> rows.add(end(
                part, false, theme -> new Entry.Of(part(part, theme, ended(theme, thousands)), Part.VALUE))));
        rows.add(end(
                "Without a " + what + " on record",
                false,
                theme -> new Entry.Rest(all.apply(theme), first.apply(theme))));
        return rows;
    }

    private static NumberTable.Row end(String title, boolean total, IntFunction<Entry> cell) {
        return new NumberTable.Row(
                title, "", IntStream.range(0, THEMES.size()).mapToObj(cell).toList(), total);
    }

    private static int ended(int theme, int thousands) {
        return 1_000 * thousands * (theme + 1) + 7;
    }

    private static Figure part(String part, int theme, int whole) {
        return share("ended " + part, "theme=" + theme, whole / (part.length() % 5 + 3), whole);
    }

    private static Composition composition() {
        double[][] shares = {
            {37, 4, 9, 4, 1, 45},
            {26, 5, 10, 9, 3, 47},
            {26, 7, 14, 15, 4, 34},
            {42, 1, 16, 3, 1, 37},
            {34, 4, 14, 9, 3, 36}
        };
        List<Composition.Bar> bars = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            List<Double> parts = new ArrayList<>();
            for (double share : shares[i]) {
                parts.add(share / 100);
            }
            bars.add(new Composition.Bar(i == 4 ? "All" : THEMES.get(i), parts, 4000 * (i + 1), i == 4));
        }
        return new Composition(
                "Where cases stand after 90 days, %",
                "",
                List.of(
                        "Outcome 16: victim does not support",
                        "14: no suspect named, victim does not support",
                        "15: victim supports, evidence not enough",
                        "18: no suspect identified",
                        "20, 21, 22: other agency, no public interest, diversion",
                        "charged, other outcome or still open"),
                bars,
                "Outcome 16 is the largest ending of every theme.");
    }

    private AreaDots dots(int columns) {
        List<AreaDots.Column> all = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            double centre = 0.25 + 0.05 * c;
            List<AreaDots.Dot> dots = new ArrayList<>();
            for (int p = 0; p < places; p++) {
                int of = Math.max(40, 1200 - 150 * Math.min(p, 7) - p);
                double sigma = Math.sqrt(centre * (1 - centre) / of);
                boolean far = p == 5 && c == 1;
                double value = centre + sigma * (far ? 3.3 : random.nextGaussian() * 0.8);
                String name = p < PLACES.size() ? PLACES.get(p) : "Policing area " + (p + 1);
                dots.add(new AreaDots.Dot(
                        name,
                        share("attrition", "lpa=" + p + ",theme=" + c, (int) Math.round(value * of), of),
                        centre - 1.96 * sigma,
                        centre + 1.96 * sigma,
                        centre - 3.09 * sigma,
                        centre + 3.09 * sigma,
                        far,
                        far));
            }
            all.add(new AreaDots.Column(columns == 1 ? "" : THEMES.get(c), centre, dots));
        }
        return new AreaDots(
                "One policing area stands apart",
                "Outcome 16 within 90 days, recorded in the year to 27 August 2026.",
                all,
                "Of 28 dots one or two lie beyond the range of 19 of 20 by chance; one does.",
                "Wolverhampton lies beyond 499 of 500.");
    }

    private Backlog backlog(String title, int overdue, int waiting) {
        List<Backlog.Level> levels = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            levels.add(
                    new Backlog.Level(AS_AT.minusDays(7 + 28L * (13 - i)), i == 13 ? overdue : 1 + random.nextInt(11)));
        }
        return new Backlog(
                title,
                "Overdue at the end of each 28 days; now",
                share("cps", "", overdue, waiting),
                levels,
                Optional.of(new Figure(
                        "cps_mean",
                        "stock",
                        "28d",
                        "",
                        AS_AT,
                        Unit.SHARE,
                        overdue + 1,
                        waiting,
                        (overdue + 1.0) / waiting,
                        Double.NaN,
                        Double.NaN,
                        Figure.State.SHOWN)),
                "72 was the baseline: it is of rape alone.",
                overdue + " are overdue, of " + waiting + ".");
    }

    private CharacteristicsPage characteristics() {
        String[] names = {
            "Ethnicity",
            "Age",
            "Sex",
            "Disability",
            "Marriage or civil partnership",
            "Religion or belief",
            "Sexual orientation",
            "Gender reassignment",
            "Pregnancy or maternity"
        };
        double[] known = {0.355, 0.65, 0.66, 0.22, 0.19, 0.10, 0.08, 0.065, 0.05};
        int[] of = {4032, 4541, 56181, 70356, 115851};
        List<CharacteristicsPage.Row> rows = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            List<Figure> figures = new ArrayList<>();
            boolean applies = i == 4 || i == 6 || i == 8;
            for (int c = 0; c < of.length; c++) {
                int whole = applies ? of[c] * 4 / 5 : of[c];
                figures.add(share("known_" + i, c == 4 ? "" : "theme=" + c, (int) Math.round(known[i] * whole), whole));
            }
            rows.add(new CharacteristicsPage.Row(
                    names[i],
                    applies ? "§" : "",
                    figures,
                    share("asked_" + i, "", (int) (1.2 * known[i] * of[4]), of[4]),
                    share("declined_" + i, "", (int) (0.1 * known[i] * of[4]), of[4]),
                    share("alike_" + i, "", (int) (0.8 * of[4] / 20), of[4] / 20),
                    new FigureChange(0.5 - 0.1 * i, Unit.SHARE)));
        }
        List<Composition.Bar> bars = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            bars.add(new Composition.Bar(i == 4 ? "All" : THEMES.get(i), List.of(0.35, 0.09, 0.56), of[i], i == 4));
        }
        List<String> themes = new ArrayList<>(THEMES);
        themes.add("All");
        return new CharacteristicsPage(
                "Owner: the lead for Recording of Crimes and Incidents",
                said(
                        Verdict.USUAL,
                        0,
                        "We know the ethnicity of about one victim in three, and that has not changed in three years.",
                        "For more than half, no question is on record. Whether all groups are served alike can be said only once it is"
                                + " known of four in five.",
                        ""),
                "Known within 7 days of recording: % and number of victims, year to 18 November 2026",
                themes,
                rows,
                Optional.of(chart("Ethnicity", 0.355, 8800, false, false)),
                Optional.of(new Composition(
                        "Ethnicity: what is on record, %",
                        "",
                        List.of("known", "prefers not to say", "nothing on record"),
                        bars,
                        "Nothing is on record of more than half.")),
                List.of(dots(1)),
                List.of("§ Of the victims to whom it applies, who are fewer."));
    }

    private SignalsPage signals() {
        List<Matter> open = new ArrayList<>();
        for (int i = 0; i < matters; i++) {
            Judgement judgement = new Judgement(i % 3 == 1 ? Verdict.CHANGE : Verdict.CONCERN, i % 4 == 3 ? -1 : 1);
            Optional<OwnerComment> answer = i > 0
                    ? Optional.empty()
                    : Optional.of(new OwnerComment(
                            "Rape: support ends more often",
                            "Adviser posts vacant April to July, filled 1 October;",
                            "40 cases read by January.",
                            "Leads for Criminal Justice",
                            "login not recorded",
                            LocalDate.of(2026, 11, 20),
                            false));
            open.add(new Matter(
                    judgement,
                    i == 0 ? "Rape: support ends more often" : "Domestic abuse: matter number " + i,
                    AREAS.get(i % 7),
                    i % 3 + 1,
                    LocalDate.of(2026, 3, 12).plusDays(7L * i),
                    "Outcome 16 within 28 days 22.3%, usual 21.6%; seven periods above average.",
                    i < 3 ? Matter.State.ACT : i == 3 ? Matter.State.CHECK_THE_DATA : Matter.State.WATCH,
                    answer,
                    203 - i,
                    List.of("s-" + i + "a", "s-" + i + "b")));
        }
        List<LocalDate> ends = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            ends.add(AS_AT.minusDays(28L * (25 - i)));
        }
        List<SignalsPage.Line> history = new ArrayList<>();
        Verdict[] verdicts = {
            Verdict.USUAL, Verdict.USUAL, Verdict.USUAL, Verdict.USUAL, Verdict.CONCERN, Verdict.BETTER, Verdict.CHANGE
        };
        for (int i = 0; i < (large ? 40 : 12); i++) {
            List<Optional<Judgement>> line = new ArrayList<>();
            for (int p = 0; p < 26; p++) {
                Verdict verdict = p < 2 ? Verdict.NO_LIMITS : verdicts[random.nextInt(verdicts.length)];
                line.add(
                        p == 0 && i % 2 == 0
                                ? Optional.empty()
                                : Optional.of(new Judgement(verdict, verdict.isSignal() ? 1 : 0)));
            }
            history.add(new SignalsPage.Line("Attrition within 28 days, chart " + (i + 1), line));
        }
        return new SignalsPage(
                said(
                        Verdict.CONCERN,
                        1,
                        "Three matters need action, four need watching; one has an answer.",
                        "In the year 130 signals were raised and none was answered within 14 days.",
                        ""),
                open,
                ends,
                history,
                List.of(plain(
                        "Other sexual offences, outcome 16:",
                        "entries made by mistake, corrected after nine days; the signal was withdrawn on 12 October.")),
                "A signal is a period of 28 days outside the limits, or a run that chance rarely makes. Watch: wait for the next period."
                        + " Act: two periods agree; find the cause.");
    }

    private static RevisionsPage revisions() {
        Figure before = share("attrition", "", 39104, 115873);
        Figure now = share("attrition", "", 39187, 116012);
        return new RevisionsPage(
                plain("The figures of the last report moved little:", "none by more than 0.1 points."),
                List.of(new RevisionsPage.Row(
                        "Victim attrition within 90 days",
                        before,
                        now,
                        new FigureChange(0.03, Unit.SHARE),
                        List.of(
                                new RevisionsPage.Cause("recorded late", 41, 139),
                                new RevisionsPage.Cause("outcome changed", 47, 0),
                                new RevisionsPage.Cause("cancelled", -5, -12)))),
                List.of("A figure is compared with the same period as it is known now."));
    }

    private QualityPage quality() {
        List<QualityPage.Definition> definitions = new ArrayList<>();
        for (int i = 0; i < (large ? 60 : 14); i++) {
            definitions.add(
                    new QualityPage.Definition(
                            "Measure number " + (i + 1),
                            "Crimes of the strategy recorded in the window whose outcome is of this kind, of all that were recorded in it."));
        }
        return new QualityPage(
                "Owner: the lead for Be Intelligence and Data informed",
                List.of(
                        line(
                                null,
                                true,
                                "On time",
                                "330 of 330 nightly snapshots of 2026 are published; this one on its own night."),
                        line(
                                Judgement.of(Verdict.USUAL),
                                false,
                                "Recorded promptly",
                                "92.0% of crimes within 24 hours (106,844 of 116,175)."),
                        line(
                                Judgement.of(Verdict.USUAL),
                                false,
                                "Linked",
                                "Victim linked across records in 95.8%, suspect in 94.3%."),
                        line(
                                null,
                                false,
                                "Late or unmatched",
                                "6,163 records came after their time and were counted all the same."),
                        line(
                                null,
                                true,
                                "Revised little",
                                "Attrition as published on 31 October, 33.75%, is 33.73% as known now.")),
                areasKnown(),
                List.of(
                        new QualityPage.Definition(
                                "Victim attrition (outcome 16)",
                                "A suspect is named and the victim does not, or no longer does, support the case."),
                        new QualityPage.Definition("Estimate", "What the newest weeks point to."),
                        new QualityPage.Definition(
                                "Domestic abuse", "A mark that any crime may bear; its row overlaps the others.")),
                definitions);
    }

    /** Of some it is known of few cases, of most of enough, and of one there are too few to say so. */
    private List<AreaKnown> areasKnown() {
        List<AreaKnown> rows = new ArrayList<>();
        for (int i = 0; i < (large ? 80 : 6); i++) {
            int cases = i == 0 ? 40 : 4_000;
            Figure without = share("area_" + i, "", 0, cases).without(Figure.State.NONE);
            int unknown = i % 2 == 0 ? 1 : cases / (8 + i % 10);
            rows.add(AreaKnown.of("Measure number " + (i + 1), without, unknown, cases));
        }
        return rows;
    }

    private List<AnnexTable> annex() {
        List<AnnexTable> tables = new ArrayList<>();
        for (int i = 0; i < (large ? 80 : 4); i++) {
            tables.add(new AnnexTable(
                    AREAS.get(i * 7 / (large ? 80 : 4)),
                    "Annexed measure " + (i + 1),
                    "Crimes of this kind, of all recorded.",
                    table()));
        }
        return tables;
    }

    private ScoreRow row(
            String title, Better better, Figure figure, double since, double year, Verdict verdict, int side) {
        List<BlockPoint> spark = new ArrayList<>();
        boolean charted = verdict != Verdict.NOT_CHARTED;
        for (int i = 0; charted && i < 26; i++) {
            double centre = figure.value() / (figure.unit() == Unit.COUNT ? 13 : 1);
            double value =
                    centre * (1 + 0.03 * random.nextGaussian()) * (verdict.isSignal() && i == 25 ? 1 + 0.12 * side : 1);
            LocalDate last = NEWEST.minusDays(28L * (25 - i));
            boolean limits = verdict == Verdict.USUAL || verdict.isSignal();
            spark.add(new BlockPoint(
                    last.minusDays(27),
                    last,
                    value,
                    limits ? centre * 0.92 : Double.NaN,
                    limits ? centre : Double.NaN,
                    limits ? centre * 1.08 : Double.NaN,
                    (int) Math.round(value),
                    null,
                    Judgement.of(Verdict.USUAL),
                    false));
        }
        return new ScoreRow(
                title,
                better,
                figure,
                false,
                new FigureChange(since, figure.unit()),
                new FigureChange(year, figure.unit()),
                spark,
                new Judgement(verdict, side),
                Optional.empty(),
                "");
    }

    private static ScoreRow noted(ScoreRow row, String note) {
        return new ScoreRow(
                row.title(),
                row.better(),
                row.figure(),
                row.asCount(),
                row.sincePrevious(),
                row.inAYear(),
                row.spark(),
                row.judgement(),
                row.target(),
                note);
    }

    private static ScoreRow counted(ScoreRow row) {
        return new ScoreRow(
                row.title(),
                row.better(),
                row.figure(),
                true,
                new FigureChange(row.sincePrevious().amount(), Unit.COUNT),
                new FigureChange(row.inAYear().amount(), Unit.COUNT),
                row.spark(),
                row.judgement(),
                row.target(),
                row.note());
    }

    private static ScoreRow aimed(ScoreRow row, double target, Target.Assurance assurance) {
        return new ScoreRow(
                row.title(),
                row.better(),
                row.figure(),
                row.asCount(),
                row.sincePrevious(),
                row.inAYear(),
                row.spark(),
                row.judgement(),
                Optional.of(new Target(target, assurance, "")),
                row.note());
    }

    private static QualityPage.Line line(Judgement judgement, boolean met, String title, String text) {
        return new QualityPage.Line(Optional.ofNullable(judgement), met, title, text);
    }

    static Statement said(Verdict verdict, int side, String headline, String text, String reference) {
        return new Statement(
                Optional.of(new Judgement(verdict, side)),
                headline,
                text,
                Optional.of(reference).filter(slug -> !slug.isEmpty()));
    }

    static Statement plain(String headline, String text) {
        return new Statement(Optional.empty(), headline, text, Optional.empty());
    }

    private static String slug(int area) {
        return AREAS.get(area).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    static Figure share(String kpi, String slice, int numerator, int denominator) {
        return new Figure(
                kpi,
                "settled_90d",
                "12m",
                slice,
                AS_AT,
                Unit.SHARE,
                numerator,
                denominator,
                (double) numerator / denominator,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }

    private static Figure few(String kpi, String slice, int numerator, int denominator, double lower, double upper) {
        return new Figure(
                kpi,
                "recorded",
                "12m",
                slice,
                AS_AT,
                Unit.SHARE,
                numerator,
                denominator,
                (double) numerator / denominator,
                lower,
                upper,
                Figure.State.SHOWN);
    }

    private static Figure rate(String kpi, String slice, int numerator, int denominator) {
        return new Figure(
                kpi,
                "recorded",
                "12m",
                slice,
                AS_AT,
                Unit.PER_100,
                numerator,
                denominator,
                100.0 * numerator / denominator,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }

    static Figure count(String kpi, String slice, int number) {
        return new Figure(
                kpi,
                "recorded",
                "12m",
                slice,
                AS_AT,
                Unit.COUNT,
                number,
                null,
                number,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }

    private static Figure days(String kpi, String slice, int days, int of) {
        return new Figure(
                kpi,
                "assigned",
                "12m",
                slice,
                AS_AT,
                Unit.DAYS,
                days,
                of,
                days,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }
}
