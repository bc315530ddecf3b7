package vaiwg.board.report;

import java.util.List;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedValue;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.board.report.Block.Part;
import vaiwg.kpis.catalogue.Window;

/** Tells what a measure was in the financial year so far, whose whole is the year to 31 March of published tables. */
final class FinancialYear {
    private FinancialYear() {}

    /**
     * One line a slice, without a state: that is judged by other cases. Empty where the snapshot has none, which is kept at the first midnight of a
     * month, and where the record begins within the year.
     */
    static Block.Grid grid(Facts facts, MeasureEntry measure, Reading reading, List<String> slices) {
        Reading year = new Reading(reading.basis(), Window.FINANCIAL_YEAR.slug());
        Part part = measure.kind() == MeasureEntry.Kind.COUNT ? Part.VALUE : Part.FRACTION;
        List<Line> lines = slices.stream()
                .flatMap(slice -> facts.figure(measure.kpi(), year, slice).stream())
                .filter(figure -> figure.state() != Figure.State.NOT_KEPT && isWhole(facts, figure))
                .map(figure -> new Line(
                        SliceTitles.title(measure, figure.key().slice()), List.of(Cell.of(figure, part)), false))
                .toList();
        return new Block.Grid(
                "In the financial year so far",
                "The months from April on that are over, and of these those whose cases have had the time for which they are followed.",
                "Of whom or what",
                List.of("So far"),
                lines);
    }

    private static boolean isWhole(Facts facts, Figure figure) {
        return facts.material()
                .now()
                .find(figure.key())
                .filter(PublishedValue::partial)
                .isEmpty();
    }
}
