package vaiwg.board.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vaiwg.board.Tier;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.Block.Part;
import vaiwg.board.report.Report.MeasurePage;

/** Invented reports with a block of each kind: usual ones, one of a force that has just begun, one with a given title. */
public final class SampleReport {
    public static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);
    public static final Instant NOTES_UNTIL = Instant.parse("2026-11-25T12:00:00Z");

    private SampleReport() {}

    /** All kinds of block, three years of figures. */
    public static Report usual() {
        return titled("Victim attrition");
    }

    /** Likewise, with a title wherever the database's words stand. */
    public static Report titled(String title) {
        List<Page> pages = List.of(
                Page.of("summary", "At a glance", "Two matters need action.", sentences(title), figures(title, 10)),
                Page.of("matters", "Matters", "A lead.", new Block.Matters("Open", matters(title))),
                Page.of(
                        "rape",
                        title,
                        "",
                        new Block.Pair(bars(title), figures(title, 5)),
                        new Block.Chart(chart(title), 200),
                        grid(title)),
                Page.of("promises", "Promises", "", promises(title)),
                Page.of("trust", "Can this be trusted?", "", definitions(title)));
        Page measure = Page.of(
                "measure-victim-attrition",
                title,
                "",
                figures("All", 4),
                new Block.Definitions(
                        "", List.of(new Block.Definition(Optional.empty(), "Definition", "Counted so."))));
        return new Report(
                edition(title, true),
                pages,
                List.of(new MeasurePage("criminal_justice", measure)),
                matters(title),
                false);
    }

    /** A week of records: hardly a figure. */
    public static Report little() {
        Figure none = Figure.without(
                new SeriesKey("victim_attrition", "settled_90d", "365d", ""), AS_AT, Unit.SHARE, Figure.State.NONE);
        Block.Row row = row("Victim attrition", "", Better.DOWN, none, State.NOT_CHARTED, TargetState.NONE);
        Page page = Page.of(
                "summary",
                "At a glance",
                "",
                new Block.Sentences("What is worst, or to be explained", List.of()),
                new Block.FiguresTable("The main figures", "The records begin on 19 November 2026.", List.of(row)));
        return new Report(edition("West Midlands Police", false), List.of(page), List.of(), List.of(), false);
    }

    private static Edition edition(String title, boolean long_) {
        return new Edition(
                "west-midlands",
                title.equals("Victim attrition") ? "West Midlands Police" : title,
                AS_AT,
                1,
                Tier.BOARD,
                Edition.Status.APPROVED,
                Optional.of(7),
                long_ ? Optional.of(LocalDate.of(2026, 10, 1)) : Optional.empty(),
                !long_,
                Optional.of(AS_AT.minusYears(1)),
                NOTES_UNTIL,
                Optional.of("The board's secretary"),
                Optional.empty(),
                "bf63435a8b99",
                Optional.of(LocalDate.of(2023, 11, 26)),
                new TreeMap<>(Map.of("outcome", "2026-11-26T00:00Z")),
                true,
                true,
                false,
                false,
                false);
    }

    private static Block sentences(String title) {
        return new Block.Sentences(
                "What is worst, or to be explained",
                List.of(
                        new Block.Sentence(Optional.of(State.ACT), title, "165 of 374.", Optional.of("matters")),
                        Block.Sentence.of("None.", title)));
    }

    private static Block.FiguresTable figures(String title, int rows) {
        List<Block.Row> figures = new ArrayList<>();
        State[] states = State.values();
        for (int i = 0; i < rows; i++) {
            Figure figure = share(i, 1_203 + 17 * i, 3_951 + 23 * i);
            figures.add(new Block.Row(
                    title + " " + i + (i % 2 == 0 ? " (women and girls)" : ""),
                    i % 2 == 0 ? "women and girls" : "",
                    Better.DOWN,
                    figure,
                    "",
                    false,
                    new FigureChange(1.5 + i, Unit.SHARE),
                    points(13),
                    states[i % states.length],
                    i % 3 == 0 ? Optional.of(1.0) : Optional.empty(),
                    i % 3 == 0 ? TargetState.SHORT : TargetState.NONE,
                    i % 2 == 0 ? List.of() : List.of(new Block.Bar("all victims", figure, Block.Part.VALUE))));
        }
        return new Block.FiguresTable(title, title, figures);
    }

    /** A line with nothing beside its figure. */
    static Block.Row row(String title, String whose, Better better, Figure figure, State state, TargetState met) {
        return new Block.Row(
                title,
                whose,
                better,
                figure,
                "",
                false,
                new FigureChange(Double.NaN, Unit.SHARE),
                List.of(),
                state,
                Optional.empty(),
                met,
                List.of());
    }

    /** Too few cases for a share. */
    public static Figure few() {
        return Figure.without(
                        new SeriesKey("charge_rate", "settled_180d", "365d", "lpa=solihull;theme=rape"),
                        AS_AT,
                        Unit.SHARE,
                        Figure.State.NONE)
                .with(8, 16, Double.NaN, Figure.State.COUNT_ONLY);
    }

    private static Figure share(int i, int numerator, int denominator) {
        return share(new SeriesKey("victim_attrition", "settled_90d", "365d", "theme=" + i), numerator, denominator);
    }

    public static Figure share(SeriesKey key, int numerator, int denominator) {
        return Figure.without(key, AS_AT, Unit.SHARE, Figure.State.NONE)
                .with(numerator, denominator, (double) numerator / denominator, Figure.State.SHOWN);
    }

    private static List<Matter> matters(String title) {
        OwnerComment answer = new OwnerComment(
                title, "A cause.", "An action.", "The leads", "login not recorded", LocalDate.of(2026, 11, 20), false);
        return List.of(
                matter(title, Matter.State.ACT, Optional.empty(), "s1"),
                matter(title + " too", Matter.State.WATCH, Optional.of(answer), "s2"));
    }

    private static Matter matter(String title, Matter.State state, Optional<OwnerComment> answer, String signal) {
        return new Matter(
                title,
                "Criminal Justice",
                "the leads for Criminal Justice",
                2,
                "Strong: early warning",
                state == Matter.State.ACT ? "Act: find the cause" : "Watch: say why",
                LocalDate.of(2026, 7, 24),
                LocalDate.of(2026, 10, 18),
                "43 of 120",
                LocalDate.of(2026, 10, 19),
                LocalDate.of(2026, 11, 2),
                "Raised on 43 of 120. Latest judged: " + title + ": 165 of 374; usual 32.0%.",
                "",
                false,
                true,
                state,
                answer,
                38,
                List.of(signal));
    }

    private static List<BlockPoint> points(int periods) {
        List<BlockPoint> points = new ArrayList<>();
        for (int i = 0; i < periods; i++) {
            LocalDate first = LocalDate.of(2025, 9, 1).plusDays(28L * i);
            int numerator = i == periods - 1 ? 165 : 120 + i % 5;
            points.add(new BlockPoint(
                    first,
                    first.plusDays(27),
                    numerator / 374.0,
                    0.25,
                    0.32,
                    0.39,
                    numerator,
                    374,
                    Optional.of(i == periods - 1 ? State.ACT : State.NO_CHANGE),
                    false));
        }
        return points;
    }

    private static BlockChart chart(String title) {
        return new BlockChart(
                "victim_attrition",
                "theme=rape",
                title,
                title,
                title,
                Unit.SHARE,
                points(13),
                List.of(new EstimatePoint(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 28), 0.441, 0.402, 0.483)),
                List.of(),
                List.of(),
                12,
                Optional.empty(),
                title);
    }

    private static Block.Bars bars(String title) {
        Figure figure = share(90, 811, 4_011);
        return new Block.Bars(
                title,
                title,
                List.of(
                        new Block.Bar("Reported", figure, Part.WHOLE),
                        new Block.Bar(title, figure, Part.REST),
                        new Block.Bar("Charged", figure, Part.COUNT)));
    }

    private static Block grid(String title) {
        List<Block.Line> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            lines.add(new Block.Line(
                    title + " " + i,
                    List.of(
                            new Block.Cell(Optional.of(share(40 + i, 301 + i, 907)), Part.VALUE, "", i - 1),
                            Block.Cell.of(share(50 + i, 302 + i, 908), Part.WHOLE),
                            Block.Cell.of(title)),
                    i == 2));
        }
        return new Block.Grid(title, title, "Area", List.of("Share", "Cases", "Words"), lines);
    }

    private static Block promises(String title) {
        Block.Row row = figures(title, 1).rows().get(0);
        return new Block.Promises(
                "",
                title,
                List.of(
                        new Block.Promise(title, "The owner", "2022", "Done", "5 Nov", Optional.of(row), "", true),
                        new Block.Promise(title, "", "", "", "", Optional.empty(), title, false)));
    }

    private static Block definitions(String title) {
        return new Block.Definitions(
                "The signs",
                List.of(
                        new Block.Definition(Optional.of(State.WATCH), "Watch", "Look again."),
                        new Block.Definition(Optional.empty(), title, title)));
    }
}
