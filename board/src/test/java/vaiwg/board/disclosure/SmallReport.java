package vaiwg.board.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.Tier;
import vaiwg.board.files.SampleReport;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.Judgement;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.NumberTable.Entry;
import vaiwg.board.report.NumberTable.Part;
import vaiwg.board.report.QualityPage;
import vaiwg.board.report.Report;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.Statement;
import vaiwg.board.report.Summary;
import vaiwg.board.report.Unit;
import vaiwg.board.report.Verdict;

/** A report of one page, put together by a test: a table of figures, charts, a composition, sentences. */
final class SmallReport {
    static final LocalDate AS_AT = SampleReport.AS_AT;
    static final LocalDate BEFORE = SampleReport.BEFORE;

    private final List<Figure> figures = new ArrayList<>();
    private final List<BlockChart> charts = new ArrayList<>();
    private final List<Statement> changes = new ArrayList<>();
    private final List<RevisionsPage.Row> revisions = new ArrayList<>();
    private List<Summary.Group> groups = List.of();
    private List<BlockChart.Dated> dated = List.of();
    private Optional<Composition> composition = Optional.empty();
    private List<NumberTable> followed = List.of();
    private Tier tier = Tier.BOARD;
    private boolean restricted;

    static Figure share(String slice, int numerator, int denominator) {
        return SampleReport.share("victim_attrition", slice, AS_AT, numerator, denominator);
    }

    static Figure count(String slice, int number) {
        return SampleReport.count("recorded_offences", slice, AS_AT, number);
    }

    static BlockPoint point(int period, int numerator, Integer denominator) {
        LocalDate first = LocalDate.of(2026, 1, 1).plusDays(28L * period);
        double value = denominator == null ? numerator : (double) numerator / denominator;
        return new BlockPoint(
                first,
                first.plusDays(27),
                value,
                0.1,
                0.2,
                0.3,
                numerator,
                denominator,
                Judgement.of(Verdict.USUAL),
                false);
    }

    SmallReport figures(Figure... more) {
        figures.addAll(List.of(more));
        return this;
    }

    /** Marks the charts that follow. */
    SmallReport marked(BlockChart.Dated... all) {
        dated = List.of(all);
        return this;
    }

    SmallReport chart(String slice, Unit unit, String alternative, BlockPoint... points) {
        charts.add(new BlockChart(
                "victim_attrition",
                slice,
                "It varies as usual",
                "",
                slice,
                unit,
                List.of(points),
                List.of(),
                List.of(),
                dated,
                points.length,
                Optional.empty(),
                alternative));
        return this;
    }

    SmallReport says(String... sentences) {
        for (String sentence : sentences) {
            changes.add(new Statement(Optional.empty(), sentence, "", Optional.empty()));
        }
        return this;
    }

    SmallReport revised(Figure published, Figure now, RevisionsPage.Cause... causes) {
        double moved = 100 * (now.value() - published.value());
        revisions.add(new RevisionsPage.Row(
                "Attrition", published, now, new FigureChange(moved, Unit.SHARE), List.of(causes)));
        return this;
    }

    SmallReport composition(Composition whole) {
        composition = Optional.of(whole);
        return this;
    }

    SmallReport followed(NumberTable... all) {
        followed = List.of(all);
        return this;
    }

    SmallReport groups(Summary.Group... all) {
        groups = List.of(all);
        return this;
    }

    SmallReport tier(Tier of) {
        tier = of;
        return this;
    }

    SmallReport restricted() {
        restricted = true;
        return this;
    }

    Report make() {
        Report sample = SampleReport.of();
        Edition of = sample.edition();
        Edition edition = new Edition(
                of.force(),
                of.forceTitle(),
                AS_AT,
                of.publication(),
                tier,
                of.status(),
                of.number(),
                of.previous(),
                of.yearBefore(),
                of.notesUntil(),
                of.approvedBy(),
                of.correction(),
                of.catalogue(),
                of.historyFrom(),
                of.dataThrough(),
                of.complete(),
                of.synthetic(),
                of.reconstructed(),
                of.themesOnly(),
                of.byMonth());
        AreaPage area = new AreaPage(
                2,
                "criminal-justice",
                "Criminal Justice",
                "The leads",
                statement("The table says it."),
                Optional.empty(),
                charts,
                Optional.of(table()),
                composition,
                followed,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
        return new Report(
                edition,
                new Summary(changes, groups, List.of()),
                List.of(area),
                Optional.empty(),
                new vaiwg.board.report.SignalsPage(statement("None."), List.of(), List.of(), List.of(), List.of(), ""),
                Optional.empty(),
                new RevisionsPage(statement("Little."), revisions, List.of()),
                new QualityPage("The lead", List.of(), List.of(), List.of(), List.of()),
                List.of(),
                restricted);
    }

    private NumberTable table() {
        List<NumberTable.Row> rows = new ArrayList<>();
        for (Figure figure : figures) {
            rows.add(new NumberTable.Row(
                    figure.slice(),
                    "",
                    List.of(
                            new Entry.Of(figure, Part.NUMERATOR),
                            new Entry.Of(figure, Part.VALUE),
                            new Entry.Moved(new FigureChange(2, figure.unit())),
                            new Entry.Moved(new FigureChange(-1, figure.unit()))),
                    figure.slice().isEmpty()));
        }
        return new NumberTable("Table", "", "", List.of("Number", "%", "Since", "In a year"), rows, "");
    }

    private static Statement statement(String headline) {
        return new Statement(Optional.empty(), headline, "", Optional.empty());
    }

    /** Figures of a report's table by slice. */
    static Map<String, Figure> bySlice(Report report) {
        Map<String, Figure> found = new java.util.LinkedHashMap<>();
        for (NumberTable.Row row : report.areas().get(0).table().orElseThrow().rows()) {
            found.put(row.title(), ((Entry.Of) row.cells().get(0)).figure());
        }
        return found;
    }
}
