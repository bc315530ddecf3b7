package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.board.report.Block.Part;
import vaiwg.kpis.catalogue.Slice;

/**
 * Where the newest cases of a matter are, and of whom, beside the twelve months before: in the order of the names, since none is ranked. A policing
 * area with a matter of its own stands beside the others, without who they are: groups of victims are published of no area.
 */
final class MatterSource {
    private static final String NEWEST = "28d";
    private static final String WOMEN = "sex=female";
    private static final String AGE = "age";
    private static final String AREA = "lpa";

    private MatterSource() {}

    /** Of the first matter to act on whose figure is told apart so; an empty block where there is none. */
    static Block of(Facts facts) {
        return facts.material().matters().stream()
                .filter(matter -> matter.state().equals("act"))
                .flatMap(matter -> tables(facts, matter).stream())
                .findFirst()
                .orElse(Page.NOTHING);
    }

    private static Optional<Block> tables(Facts facts, PublishedMatter matter) {
        return facts.measure(matter.kpi())
                .filter(measure -> measure.kind() == MeasureEntry.Kind.SHARE)
                .flatMap(measure -> facts.reading(measure)
                        .filter(year -> year.window().equals("365d"))
                        .map(year -> new Source(measure, year, Slice.without(matter.slice(), AREA))))
                .map(source -> Slice.value(matter.slice(), AREA)
                        .map(area -> besideOthers(facts, source, SliceTitles.areaTitle(area)))
                        .orElseGet(() -> tables(facts, source)))
                .filter(tables -> !tables.isEmpty());
    }

    /** An empty block where nothing of the area itself is published. */
    private static Block besideOthers(Facts facts, Source source, String area) {
        List<Line> areas = areas(facts, source);
        boolean published = areas.stream().anyMatch(line -> line.title().equals(area));
        return published ? places(facts, source, areas) : Page.NOTHING;
    }

    private static Block tables(Facts facts, Source source) {
        List<Line> groups = new ArrayList<>();
        source.line(facts, "Women and girls", WOMEN).ifPresent(groups::add);
        source.values(facts, AGE)
                .forEach(age -> source.line(
                                facts, age.equals(Slice.UNKNOWN) ? "Age not known" : "Aged " + age, Slice.of(AGE, age))
                        .ifPresent(groups::add));
        return new Block.Pair(
                places(facts, source, areas(facts, source)),
                grid(ReportWords.capital(source.of() + "who: the same cases"), source, "Victims", groups));
    }

    /** The force last; none where no area is published. */
    private static List<Line> areas(Facts facts, Source source) {
        List<Line> areas = new ArrayList<>();
        source.values(facts, AREA)
                .forEach(area -> source.line(facts, SliceTitles.areaTitle(area), Slice.of(AREA, area))
                        .ifPresent(areas::add));
        if (!areas.isEmpty()) {
            source.line(facts, "The force", "")
                    .ifPresent(force -> areas.add(new Line(force.title(), force.cells(), true)));
        }
        return areas;
    }

    private static Block.Grid places(Facts facts, Source source, List<Line> areas) {
        String title = source.of() + "where: " + ReportWords.lower(Bases.brief(source.newest(), facts.asAt()));
        return grid(ReportWords.capital(title), source, "Area", areas);
    }

    private static Block.Grid grid(String title, Source source, String head, List<Line> lines) {
        String within = Bases.within(source.year().basis());
        String counted = within.isEmpty() ? "Counted" : ReportWords.capital(within);
        return new Block.Grid(title, "", head, List.of(counted, "12 months"), lines);
    }

    /**
     * The figure of a matter, which is told apart.
     *
     * @param year how it is read
     * @param slice of the matter, without its area
     */
    private record Source(MeasureEntry measure, Reading year, String slice) {
        /** The theme before what a table is called: "Rape, "; empty where it is of all. */
        String of() {
            String theme = Slice.theme(slice);
            return theme.isEmpty() ? "" : SliceTitles.themeTitle(theme) + ", ";
        }

        Reading newest() {
            return new Reading(year.basis(), NEWEST);
        }

        /** The values of a cut of its slice that are published, that which is not known last; none where the slice has the cut itself. */
        Set<String> values(Facts facts, String cut) {
            Set<String> values = new TreeSet<>(SliceTitles.AREAS);
            published(facts).stream()
                    .filter(other -> Slice.value(slice, cut).isEmpty())
                    .forEach(other -> Slice.value(other, cut)
                            .filter(value -> other.equals(Slice.both(Slice.of(cut, value), slice)))
                            .ifPresent(values::add));
            return values;
        }

        private Set<String> published(Facts facts) {
            return facts.material().now().slices(measure.kpi(), newest());
        }

        /** Empty where either is not published. */
        Optional<Line> line(Facts facts, String title, String cut) {
            String part = Slice.both(cut, slice);
            if (!published(facts).contains(part)) {
                return Optional.empty();
            }
            List<Figure> figures = Stream.of(newest(), year)
                    .flatMap(reading -> facts.figure(measure.kpi(), reading, part).stream())
                    .filter(figure -> figure.state() != Figure.State.NOT_KEPT)
                    .map(Figure::ofThoseKnown)
                    .toList();
            return figures.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Line(
                            title,
                            List.of(Cell.of(figures.get(0), Part.FRACTION), Cell.of(figures.get(1), Part.VALUE)),
                            false));
        }
    }
}
