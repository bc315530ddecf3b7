package vaiwg.board.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.Matters.OpenMatter;
import vaiwg.kpis.catalogue.Priority;

/** Makes page 1. */
final class SummaryMaker {
    private final Material material;
    private final List<OpenMatter> matters;
    private final boolean restricted;

    SummaryMaker(Material material, List<OpenMatter> matters, boolean restricted) {
        this.material = material;
        this.matters = matters;
        this.restricted = restricted;
    }

    Summary make() {
        List<Summary.Group> groups = Arrays.stream(Priority.values())
                .filter(area -> !restricted || area == Priority.OUR_BEHAVIOUR)
                .map(this::group)
                .filter(group -> !group.rows().isEmpty())
                .toList();
        List<Statement> changes = restricted ? List.of() : new ChangeStatements(material, matters, groups).make();
        return new Summary(changes, groups, List.of());
    }

    private Summary.Group group(Priority area) {
        List<MeasureEntry> measures = material.dictionary().onPage1().stream()
                .filter(measure -> measure.area().equals(area.slug()))
                .toList();
        boolean hidden = !restricted && measures.stream().anyMatch(MeasureEntry::restricted);
        List<ScoreRow> rows =
                measures.stream().flatMap(measure -> row(measure).stream()).toList();
        String owner = material.dictionary().ofArea(area.slug()).stream()
                .findFirst()
                .map(MeasureEntry::owner)
                .orElse(area.owner());
        return new Summary.Group(
                area.ordinal() + 1, area.slug(), area.title(), ReportWords.capital(owner), rows, hidden);
    }

    private Optional<ScoreRow> row(MeasureEntry measure) {
        Optional<Reading> reading = measure.reading(material.edition().byMonth());
        if (measure.restricted() && !restricted) {
            return Optional.of(named(measure));
        }
        return reading.map(read -> new ScoreRows(material)
                .row(measure, read, measure.slice(), restricted ? measure.shortTitle() : measure.page1Title()));
    }

    /** A restricted figure is named, so that everybody knows that it is kept. */
    private ScoreRow named(MeasureEntry measure) {
        SeriesKey key = measure.byDay().orElse(new Reading("", "")).of(measure.kpi(), measure.slice());
        Figure none = Figure.without(
                measure.kpi(),
                key.basis(),
                key.window(),
                key.slice(),
                material.asAt(),
                Figures.unit(measure),
                Figure.State.SUPPRESSED);
        FigureChange unknown = new FigureChange(Double.NaN, Figures.unit(measure));
        return new ScoreRow(
                measure.page1Title(),
                Figures.better(measure),
                none,
                false,
                unknown,
                unknown,
                List.of(),
                Judgement.of(Verdict.NOT_CHARTED),
                Optional.empty(),
                "");
    }
}
