package vaiwg.board.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Definition;
import vaiwg.board.report.Block.Line;
import vaiwg.board.report.Block.Part;
import vaiwg.board.report.Report.MeasurePage;
import vaiwg.kpis.catalogue.ComparedGroups;
import vaiwg.kpis.catalogue.Slice;

/** A page of each measure: all its figures, its charts, what it means. */
record MeasurePages(Facts facts) {
    private static final int HEIGHT = 190;

    /** Of the measures of the snapshot, by area and in the order of the dictionary. */
    List<MeasurePage> make(Stream<MeasureEntry> measures) {
        return measures.flatMap(measure -> facts.reading(measure).stream()
                        .filter(reading -> facts.material().now().has(reading.of(measure.kpi(), "")))
                        .map(reading -> new MeasurePage(measure.area(), page(measure, reading))))
                .toList();
    }

    static String id(String kpi) {
        return "measure-" + kpi.replace('_', '-');
    }

    private Page page(MeasureEntry measure, Reading reading) {
        Set<String> slices = new TreeSet<>(facts.material().now().slices(measure.kpi(), reading));
        slices.addAll(measure.parts());
        List<String> rows = slices.stream()
                .filter(slice -> Slice.value(slice, "lpa").isEmpty())
                .sorted(Comparator.comparing((String slice) -> !slice.isEmpty())
                        .thenComparing(slice -> Slice.isFinerThanThemes(slice))
                        .thenComparing(slice -> place(Slice.theme(slice)))
                        .thenComparing(slice -> slice))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts.table(
                "",
                rows.stream()
                        .map(slice -> facts.row(measure, reading, slice, SliceTitles.title(measure, slice)))
                        .filter(row -> row.figure().state() != Figure.State.NOT_KEPT)));
        blocks.add(FinancialYear.grid(facts, measure, reading, ofThemes(rows)));
        for (String part : measure.parts()) {
            Stream.of(Stream.of(""), SliceTitles.THEMES.stream(), Stream.of(SliceTitles.ARCHIVE_THEME))
                    .flatMap(themes -> themes)
                    .map(theme -> Slice.both(part, Slice.ofTheme(theme)))
                    .filter(slices::contains)
                    .forEach(slice -> blocks.add(facts.chart(measure.kpi(), slice, HEIGHT)));
            blocks.add(places(measure, part, slices));
            if (measure.kind() == MeasureEntry.Kind.SHARE) {
                SliceTitles.THEMES.stream()
                        .map(theme -> Slice.both(part, Slice.ofTheme(theme)))
                        .filter(slices::contains)
                        .forEach(whole -> blocks.addAll(groups(measure, whole)));
            }
        }
        if (measure.kpi().equals(YearsChanges.COUNTED_BY)) {
            blocks.add(YearsChanges.grid(facts));
        }
        blocks.add(new Block.Definitions(
                "", List.of(new Definition(Optional.empty(), "Definition", measure.definition()))));
        return Page.of(
                id(measure.kpi()),
                measure.title(),
                measure.caveats().isEmpty() ? "" : ReportWords.capital(measure.caveats()) + ".",
                blocks.toArray(Block[]::new));
    }

    private static List<String> ofThemes(List<String> slices) {
        return slices.stream().filter(slice -> !Slice.isFinerThanThemes(slice)).toList();
    }

    private static int place(String theme) {
        int place = SliceTitles.THEMES.indexOf(theme);
        return place < 0 ? SliceTitles.THEMES.size() : place;
    }

    private static String of(MeasureEntry measure, String part) {
        return SliceTitles.value(measure, part)
                .map(value -> ": " + ReportWords.lower(value))
                .orElse("");
    }

    /** The groups of victims of a theme, by one characteristic after the other: of what is no theme there are none. */
    private List<Block.Grid> groups(MeasureEntry measure, String whole) {
        String title = SliceTitles.title(measure, whole);
        return ComparedGroups.BY.stream()
                .map(by -> Groups.grid(facts, title + ", by " + by.words(), measure.kpi(), whole, by.slug()))
                .toList();
    }

    /** Areas by themes, of one value of its dimension where it has one. */
    private Block.Grid places(MeasureEntry measure, String part, Set<String> slices) {
        TreeSet<String> areas = new TreeSet<>(SliceTitles.AREAS);
        TreeSet<String> themes =
                new TreeSet<>(Comparator.comparing(MeasurePages::place).thenComparing(theme -> theme));
        for (String slice : slices) {
            Slice.value(slice, "lpa").ifPresent(lpa -> {
                areas.add(lpa);
                themes.add(Slice.theme(slice));
            });
        }
        List<Line> lines = areas.stream()
                .map(lpa -> new Line(
                        SliceTitles.areaTitle(lpa),
                        themes.stream()
                                .map(theme -> facts.figure(
                                                measure.kpi(),
                                                Slice.both(
                                                        part, Slice.both(Slice.ofTheme(theme), Slice.of("lpa", lpa))))
                                        .map(figure -> Cell.of(figure, Part.VALUE))
                                        .orElse(Cell.of("")))
                                .toList(),
                        false))
                .toList();
        return new Block.Grid(
                "Policing areas" + of(measure, part),
                "",
                "Area",
                themes.stream().map(SliceTitles::themeTitle).toList(),
                lines);
    }
}
