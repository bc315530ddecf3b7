package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.figures.PublishedChange;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;

/** The changes beyond chance of a year whose answers are counted, one a line: on the page of the measure that counts them, and in the workbook. */
final class YearsChanges {
    /** The measure that counts them. */
    static final String COUNTED_BY = "signal_response";

    private YearsChanges() {}

    /** None for the public, which is told of no single series. */
    static List<PublishedChange> told(Facts facts) {
        return facts.isExact() ? facts.material().changes() : List.of();
    }

    /** Without numbers. */
    static Block.Grid grid(Facts facts) {
        return new Block.Grid(
                "Changes beyond chance of a year",
                "Those of which the time to answer is over, for the better too; several can be one matter.",
                "Figure",
                List.of("Found", "Now"),
                told(facts).stream().flatMap(change -> line(facts, change)).toList(),
                Optional.of("Changes"));
    }

    private static Stream<Line> line(Facts facts, PublishedChange change) {
        return facts.material().dictionary().find(change.kpi()).stream()
                .map(measure -> new Line(
                        change.slice().isEmpty()
                                ? measure.shortTitle()
                                : measure.shortTitle() + ": " + SliceTitles.title(measure, change.slice()),
                        List.of(
                                Cell.of(Days.briefWithYear(change.raised())),
                                Cell.of(change.ended() ? "Ended" : "Stands")),
                        false));
    }
}
