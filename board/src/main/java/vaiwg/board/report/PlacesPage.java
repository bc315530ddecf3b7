package vaiwg.board.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.board.report.Block.Part;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.ComparedGroups;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.text.Digits;

/** Policing areas beside one another: each figure in one column, a sign only where an area stands apart. */
final class PlacesPage {
    static final String ID = "places";
    /** The area whose figures of the whole force stand below the grids. */
    private static final String IN_PUBLIC = "safety_in_public";

    private static final int MOST = 24;
    private static final int OTHERS = 2;
    private static final List<String> OF_CASES = List.of(
            "recorded_offences",
            "victim_attrition",
            "charge_rate",
            "open_over_90d",
            "decision_told",
            "support_referral_2d");

    private static final List<String> KNOWN = ComparedGroups.BY.stream()
            .map(by -> "characteristic_known:characteristic=" + by.slug())
            .toList();

    private static final String SIGNS =
            "▲ and ▼: an area lies above or below what chance and the usual differences between areas explain, beyond which one in 500 lies by chance.";
    private static final String STANDS_OUT =
            " area stands out beyond chance and what areas usually differ by, in 12 months or now.";

    private PlacesPage() {}

    /** A measure, or the value of its dimension that a part of a slice names. */
    private record Column(MeasureEntry measure, String part) {
        String title(Facts facts) {
            return SliceTitles.value(measure, part)
                    .map(value -> ReportWords.capital(value) + " known")
                    .orElseGet(() -> facts.followed(measure));
        }

        String in(String theme, String lpa) {
            return Slice.both(part, Slice.both(Slice.ofTheme(theme), lpa.isEmpty() ? "" : Slice.of("lpa", lpa)));
        }
    }

    static Page of(Facts facts) {
        Block.Grid abuse = grid(
                facts,
                "Domestic abuse",
                "domestic_abuse",
                List.of(
                        "recorded_offences",
                        "victim_attrition",
                        "charge_rate",
                        "repeat_victimisation",
                        "dvpo_within_48h",
                        "support_referral_2d"));
        Block.Grid stalking = grid(facts, "Stalking and harassment", "stalking_harassment", OF_CASES);
        Block.Grid sexual = grid(facts, "Other sexual offences", "other_sexual", OF_CASES);
        Block.Grid known =
                grid(facts, "Domestic abuse: whose characteristics are known after 7 days", "domestic_abuse", KNOWN);
        List<InterventionEffect.Found> moved = InterventionEffect.found(facts);
        return Page.of(
                ID,
                "Places",
                lead(
                        List.of(abuse, stalking, sexual, known),
                        facts.material().apart().keySet(),
                        moved.stream().map(InterventionEffect.Found::area).collect(Collectors.toSet()),
                        withMatters(facts),
                        done(
                                wasDoneInOne(facts),
                                moved.stream()
                                        .map(InterventionEffect.Found::sentence)
                                        .toList()),
                        open(facts)),
                ofAll(besideOthers(facts, abuse)),
                ofAll(stalking),
                ofAll(sexual),
                ofAll(known),
                facts.table(
                        "Public places and schools, the whole force: women and girls (recorded as female), sex not recorded",
                        facts.rows(
                                "",
                                "public_space_offences",
                                "public_space_sex_unknown",
                                "night_time_share",
                                "suspect_identified_28d",
                                "education_offences")));
    }

    /**
     * What signs mean is said where there are any; where there is none, what other pages say of one area all the same, which is of other days,
     * and then that no other area stands out.
     *
     * @param compared the figures of areas of which it is known whether they stand out
     * @param moved the areas of which {@code done} says that a figure moved: they are not among those that are as far apart as is usual
     * @param withMatters the areas of which alone a matter is open
     * @param done what is said of what the force did in single areas; empty where it did nothing there
     * @param open the matters of public places and schools in the whole force; their figures here may show nothing of them
     */
    static String lead(
            List<Block.Grid> grids,
            Set<SeriesKey> compared,
            Set<String> moved,
            List<String> withMatters,
            String done,
            String open) {
        String areas;
        if (grids.stream().allMatch(Block.Grid::isEmpty)) {
            areas = "";
        } else if (grids.stream().anyMatch(Block.Grid::hasSigns)) {
            areas = SIGNS;
        } else {
            String named = (moved.isEmpty() ? "" : done) + matters(withMatters);
            areas = named
                    + (named.isEmpty() ? "No" : " No other")
                    + STANDS_OUT
                    + (moved.isEmpty() ? done : "")
                    + widest(grids, compared, moved);
        }
        return (areas + " " + open).strip();
    }

    /** Those of one area alone are said of it. */
    private static String open(Facts facts) {
        return OpenMatters.named(facts.material().matters().stream()
                .filter(matter -> matter.area().equals(IN_PUBLIC)
                        && Slice.value(matter.slice(), "lpa").isEmpty())
                .toList());
    }

    /** Called as what it is of: the figures below the grids are of women and girls alone. */
    private static Block.Grid ofAll(Block.Grid grid) {
        return new Block.Grid(
                grid.title() + ", " + Facts.ALL, grid.note(), grid.rowHead(), grid.columns(), grid.lines());
    }

    /**
     * That no area stands beside the others is not all: one may have moved since something was done there.
     *
     * @param found what moved beyond chance since
     */
    static String done(boolean inOne, List<String> found) {
        if (!found.isEmpty()) {
            return " " + String.join("; ", found) + " (“" + WhatWorksPage.TITLE + "”).";
        }
        return inOne ? " What was done in single areas: “" + WhatWorksPage.TITLE + "”." : "";
    }

    /**
     * " Widest apart, as is usual: referred in 2 days (contact log), domestic abuse, 49.0% to 69.8%.", where all of these
     * areas are compared; of the others where something moved some; empty where no two areas have a share.
     */
    private static String widest(List<Block.Grid> grids, Set<SeriesKey> compared, Set<String> moved) {
        String widest = "";
        double most = 0;
        for (Block.Grid grid : grids) {
            for (int i = 0; i < grid.columns().size(); i++) {
                DoubleSummaryStatistics shares =
                        shares(grid, i, moved).mapToDouble(Figure::value).summaryStatistics();
                if (shares.getMax() - shares.getMin() > most) {
                    most = shares.getMax() - shares.getMin();
                    boolean usual = shares(grid, i, moved).map(Figure::key).allMatch(compared::contains);
                    widest = (moved.isEmpty() ? " Widest apart" : " Others widest apart")
                            + (usual ? ", as is usual: " : ": ")
                            + ReportWords.lower(grid.columns().get(i)) + ", "
                            + ReportWords.lower(theme(grid)) + ", "
                            + Digits.percent(shares.getMin()) + " to " + Digits.percent(shares.getMax()) + ".";
                }
            }
        }
        return widest;
    }

    /** What its cases are, without what is asked of them, which the column says: "Domestic abuse". */
    private static String theme(Block.Grid grid) {
        return grid.title().replaceFirst(":.*", "");
    }

    private static Stream<Figure> shares(Block.Grid grid, int column, Set<String> without) {
        return grid.lines().stream()
                .filter(line -> !without.contains(line.title()))
                .filter(line -> !line.total() && !line.title().equals(SliceTitles.areaTitle(Slice.UNKNOWN)))
                .flatMap(line -> line.cells().get(column).figure().stream())
                .filter(figure -> figure.unit() == Unit.SHARE && figure.state() == Figure.State.SHOWN);
    }

    private static String matters(List<String> areas) {
        String named = String.join(" and ", areas) + " over 28 days ";
        String where = " on " + ReportMaker.numbered(MattersPage.ID) + ".";
        return switch (areas.size()) {
            case 0 -> "";
            case 1 -> " A matter of " + named + "is" + where;
            default -> " Matters of " + named + "are" + where;
        };
    }

    private static List<String> withMatters(Facts facts) {
        return facts.material().matters().stream()
                .flatMap(matter -> Slice.value(matter.slice(), "lpa").stream())
                .distinct()
                .sorted(SliceTitles.AREAS)
                .map(SliceTitles::areaTitle)
                .toList();
    }

    private static boolean wasDoneInOne(Facts facts) {
        return facts.material().commitments().stream()
                .anyMatch(entry -> entry.register() == Commitment.Register.INTERVENTION
                        && !entry.addressed().isEmpty());
    }

    /** A grid that stands alone, with what its signs mean under it where it has any. */
    static Block.Grid explained(Block.Grid grid) {
        return grid.hasSigns() ? noted(grid, SIGNS) : grid;
    }

    private static Block.Grid noted(Block.Grid grid, String note) {
        return new Block.Grid(
                grid.title(), (grid.note() + " " + note).strip(), grid.rowHead(), grid.columns(), grid.lines());
    }

    /** With what other forces have, where the force's files or the reference say it of the same figure. */
    private static Block.Grid besideOthers(Facts facts, Block.Grid grid) {
        String others = facts.others().limit(OTHERS).collect(Collectors.joining(". "));
        return others.isEmpty() ? grid : noted(grid, others + ".");
    }

    /** Areas by those figures that are published by area, in the order of their names, the force last; none where no area is published. */
    static Block.Grid grid(Facts facts, String title, String theme, List<String> kpis) {
        TreeSet<String> areas = new TreeSet<>(SliceTitles.AREAS);
        List<Column> columns = new ArrayList<>();
        kpis.stream()
                .map(Commitment.Seen::of)
                .flatMap(seen ->
                        facts.measure(seen.measure()).stream().map(measure -> new Column(measure, seen.slice())))
                .forEach(column -> {
                    Set<String> found = areas(facts, column, theme);
                    areas.addAll(found);
                    if (!found.isEmpty()) {
                        columns.add(column);
                    }
                });
        List<Line> lines = new ArrayList<>();
        areas.stream()
                .limit(MOST)
                .forEach(lpa -> lines.add(new Line(
                        SliceTitles.areaTitle(lpa),
                        columns.stream()
                                .map(column -> cell(facts, column.measure(), column.in(theme, lpa)))
                                .toList(),
                        false)));
        if (!lines.isEmpty()) {
            lines.add(new Line(
                    "The force",
                    columns.stream()
                            .map(column -> cell(
                                    facts,
                                    column.measure(),
                                    ofForce(slices(facts, column.measure()), column.part(), theme)))
                            .toList(),
                    true));
        }
        String note = areas.size() > MOST ? "The workbook has all " + areas.size() + " areas." : "";
        return new Block.Grid(
                title,
                note,
                "Area",
                columns.stream().map(column -> column.title(facts)).toList(),
                lines);
    }

    /** The slice of the whole force: all where a measure of one theme alone is not published by theme. */
    static String ofForce(Set<String> published, String part, String theme) {
        boolean byTheme = published.stream()
                .anyMatch(slice -> !Slice.theme(slice).isEmpty()
                        && slice.equals(Slice.both(part, Slice.ofTheme(Slice.theme(slice)))));
        return Slice.both(part, byTheme ? Slice.ofTheme(theme) : "");
    }

    private static Set<String> areas(Facts facts, Column column, String theme) {
        return slices(facts, column.measure()).stream()
                .flatMap(slice -> Slice.value(slice, "lpa").stream().filter(lpa -> slice.equals(column.in(theme, lpa))))
                .collect(Collectors.toSet());
    }

    private static Set<String> slices(Facts facts, MeasureEntry measure) {
        return facts.reading(measure)
                .map(reading -> facts.material().now().slices(measure.kpi(), reading))
                .orElse(Set.of());
    }

    private static Cell cell(Facts facts, MeasureEntry measure, String slice) {
        return facts.figure(measure.kpi(), slice)
                .filter(figure -> figure.state() != Figure.State.NOT_KEPT)
                .map(figure -> new Cell(
                        Optional.of(figure),
                        measure.shownAsCount() ? Part.COUNT : Part.VALUE,
                        "",
                        apart(facts, figure)))
                .orElse(Cell.of("–"));
    }

    private static int apart(Facts facts, Figure figure) {
        return figure.isShown() ? facts.material().apart().getOrDefault(figure.key(), 0) : 0;
    }
}
