package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.board.report.Block.Part;
import vaiwg.kpis.catalogue.Slice;

/** Figures by how long their cases were followed, and beside the paper's table only where they were followed to the end. */
final class FollowUp {
    private static final String SUPPORT_ENDED = "victim_attrition";
    /** Cases that were followed for a year. */
    static final Reading A_YEAR_ON = new Reading("settled_365d", "365d");

    private static final Reading SO_FAR = new Reading("to_date", "365d");

    private FollowUp() {}

    /** Charges within half a year, a year and two years, each of the newest twelve months of cases that have had as long. */
    static Block.Grid charges(Facts facts, String slice) {
        List<Line> lines = facts.measure("charge_rate").stream()
                .flatMap(measure -> Stream.of("settled_180d", "settled_365d", "settled_730d")
                        .map(basis -> new Reading(basis, "365d"))
                        .flatMap(reading -> line(facts, measure, reading, slice).stream()))
                .toList();
        return new Block.Grid(
                "Charged or summonsed, by how long cases were followed",
                "A charge comes late: each line is of the latest 12 months of reports that have had so long.",
                "Followed for",
                List.of("Women and girls: charged", "of", "%", "All victims: charged", "of", "%"),
                lines);
    }

    private static Optional<Line> line(Facts facts, MeasureEntry measure, Reading reading, String slice) {
        return facts.figure(measure.kpi(), reading, slice)
                .filter(all -> all.state() != Figure.State.NOT_KEPT)
                .map(all -> {
                    List<Cell> cells = new ArrayList<>();
                    Optional<Figure> women = facts.women(measure, reading, slice);
                    cells.addAll(
                            women.map(FollowUp::numbers).orElse(List.of(Cell.of("–"), Cell.of("–"), Cell.of("–"))));
                    cells.addAll(numbers(
                            women.map(figure -> facts.allBeside(figure, all)).orElse(all)));
                    return new Line(Bases.horizon(reading.basis()), cells, false);
                });
    }

    private static List<Cell> numbers(Figure figure) {
        return List.of(Cell.of(figure, Part.COUNT), Cell.of(figure, Part.WHOLE), Cell.of(figure, Part.VALUE));
    }

    /** The paper's table of outcome 16 (2.3.6), which counts all victims, with its own figures beside those that were followed for a year. */
    static Block.Grid papersTable(Facts facts) {
        List<Line> lines = SliceTitles.THEMES.stream()
                .flatMap(theme -> papersLine(facts, theme).stream())
                .toList();
        return new Block.Grid(
                "Outcome 16, all victims, beside the paper “Victims and VAIWG” of 2021 (section 2.3.6)",
                "The paper gives neither its period nor the follow-up. No case of the latest year has been followed for a year.",
                "Theme",
                List.of("Within a year", "of", "%", "Latest year, so far", "of", "%", "The paper"),
                lines);
    }

    private static Optional<Line> papersLine(Facts facts, String theme) {
        String slice = Slice.ofTheme(theme);
        return facts.figure(SUPPORT_ENDED, A_YEAR_ON, slice)
                .flatMap(year -> facts.figure(SUPPORT_ENDED, SO_FAR, slice).map(soFar -> {
                    List<Cell> cells = new ArrayList<>(numbers(year));
                    cells.addAll(numbers(soFar));
                    cells.add(Cell.of(baseline(facts, slice).orElse("–")));
                    return new Line(SliceTitles.themeTitle(theme), cells, false);
                }));
    }

    /** "54.4%" of the paper's table; empty where the force's folder has none. */
    private static Optional<String> baseline(Facts facts, String slice) {
        return facts.baseline(SUPPORT_ENDED, slice).map(value -> NumberText.value(value, Unit.SHARE));
    }
}
